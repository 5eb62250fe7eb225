## Returning a report

menu-tralai = Trả lại báo cáo để bổ sung
refused-office-only = Nội dung này do cán bộ cơ quan thường trực thực hiện.
refused-undo-over = Đã quá { $minutes } phút nên không hoàn tác được bằng nút này.
refused-accepted = Cơ quan thường trực đã chấp nhận kết quả của { $unit } về “{ $task }” nên đơn vị không rút lại hoặc sửa được. Khi cần điều chỉnh, đề nghị liên hệ cơ quan thường trực.
undo-within = Có thể hoàn tác trong { $minutes } phút.
recorded-by-office = { $person } (do cơ quan thường trực ghi)
unit-not-found-near = Không tìm thấy đơn vị “{ $said }”. Tên gần nhất: { $names }. Đề nghị gửi lại đúng tên đơn vị.
return-choose = Chọn kết quả cần trả lại (mới nhất ở trên):
return-choose-near = Không có đơn vị nào mang đúng tên “{ $said }”. Đề nghị chọn nếu đúng đơn vị dưới đây:
return-type-unit = Hoặc gửi tên đơn vị khác.
return-nothing = Hiện chưa có kết quả nào đã nộp để trả lại.
return-nothing-of = { $units }: chưa có xác nhận nộp nào để trả lại.
return-withdrawn = Xác nhận của { $unit } về “{ $task }” đã được rút lại; không còn kết quả nào để trả lại.
return-already = { $person } đã trả lại kết quả này của { $unit } về “{ $task }” lúc { $moment }.
return-ask-reason =
    Trả lại kết quả <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }.
    Đề nghị cho biết lý do, ví dụ: thiếu phụ lục số 02.
return-ask-day = Đề nghị cho biết ngày nộp lại <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }, ví dụ: 15/5.
return-day-unread = Chưa đọc được ngày. Ví dụ: 15/5, thứ Sáu.
return-day-past = Hạn mới phải sau hôm nay ({ $day } không sau hôm nay). Đề nghị gửi ngày khác.
return-day-early = { $day } sớm hơn hạn mà đơn vị đang có: { $deadline }. Đề nghị gửi ngày khác.
return-day-off = Lưu ý: ngày này là ngày nghỉ.
return-preview = Trả lại kết quả <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }?
return-accepted-before = Lưu ý: kết quả này đã được chấp nhận ({ $person }, { $moment }). Trả lại sẽ bỏ việc chấp nhận.
return-reason = Lý do: { $reason }
return-new-day = Hạn mới: hết { $day }
return-effect = Khi trả lại: việc này trở lại danh sách chưa nộp với hạn mới và được nhắc theo hạn mới; cán bộ đầu mối của đơn vị được thông báo lý do. Lần nộp trước vẫn được lưu.
returned = Đã trả lại kết quả <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }.
return-undone = Đã hoàn tác: xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }, có giá trị như trước.
return-not-undoable = Không hoàn tác được: { $unit } đã nộp lại “{ $task }”, hoặc việc trả lại đã được hoàn tác trước đó.
submitted-round = Lần nộp: { $round } (nộp lại sau khi được trả lại)
notice-returned = { $office } trả lại kết quả <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }.
notice-returned-ask = Đề nghị đơn vị bổ sung, hoàn thiện và nộp lại đúng hạn mới. Nếu đã gửi lại, đề nghị thông tin lại để đối chiếu.
notice-returned-office = { $person } trả lại kết quả <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }.
notice-return-undone = { $office } đã hoàn tác việc trả lại: xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }, có giá trị như trước. Việc này không nhắc nữa.
notice-resubmitted = <b>{ $unit }</b> { $act } lại <b>{ $task }</b>, theo { $plan }, lần { $round }, lúc { $moment }.
button-submission-of = { $unit }: { $task }
button-return = Trả lại
button-return-yes = Đúng, trả lại
button-return-day = Hết { $day }
button-return-other-day = Chọn ngày khác
button-return-undo = Hoàn tác trả lại
toast-returned = Đã trả lại
