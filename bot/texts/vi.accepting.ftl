## Accepting submissions

menu-nhan = Chấp nhận kết quả đã nộp
accept-heading = <b>{ $count }</b> kết quả chờ chấp nhận (trang { $page }/{ $pages }):
accept-item = { $place }. <b>{ $unit }</b> – { $task }
accept-standing = Tiến độ: { $standing }
accept-nothing = Không có kết quả nào chờ chấp nhận.
accept-nothing-of = { $units }: không có kết quả nào chờ chấp nhận.
accept-more-of = Còn { $count } kết quả khác chờ chấp nhận. Sau khi xử lý các kết quả trên, đề nghị gửi lại lệnh này để xem tiếp.
accept-withdrawn = Xác nhận của { $unit } về “{ $task }” đã được rút lại hoặc trả lại; không còn kết quả nào để chấp nhận.
accept-already = { $person } đã chấp nhận kết quả của { $unit } về “{ $task }” lúc { $moment }.
accept-all-ask = Chấp nhận tất cả <b>{ $count }</b> kết quả của <b>{ $task }</b>, theo { $plan }?
accept-all-names = Các đơn vị: { $names }
accepted = Đã chấp nhận: <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }.
accepted-all = Đã chấp nhận <b>{ $count }</b> kết quả của <b>{ $task }</b>, theo { $plan }.
acceptance-undone = Đã hoàn tác: { $count } kết quả của <b>{ $task }</b>, theo { $plan }, trở lại danh sách chờ chấp nhận.
acceptance-gone = Việc chấp nhận này không còn để hoàn tác.
notice-accepted = { $office } đã chấp nhận:
notice-acceptance-undone = { $office } đã hoàn tác việc chấp nhận; xác nhận của đơn vị vẫn có giá trị:
notice-office-line = – <b>{ $unit }</b>: { $task }, theo { $plan }
notice-office-line-document = – <b>{ $unit }</b>: { $task }, { $document }, theo { $plan }
button-accept = Chấp nhận
button-accept-of = Chấp nhận: { $unit }
button-accept-of-numbered = Chấp nhận { $place }: { $unit }
button-accept-all = Chấp nhận cả { $count }: { $task }
button-accept-yes = Đúng, chấp nhận { $count }
button-acceptance-undo = Hoàn tác chấp nhận
toast-accepted = Đã chấp nhận
