### Receipts, states, evidence

## Receipts

menu-danhan = Xác nhận đã nhận lời nhắc
button-received = Đã nhận
bundle-receipt = Đề nghị quý đơn vị xác nhận đã nhận (lệnh /danhan); việc xác nhận đã nhận không thay cho xác nhận đã nộp.
bundle-received = Đơn vị đã xác nhận đã nhận lúc { $moment }.
received = Đã ghi nhận: quý đơn vị đã nhận lời nhắc, lúc { $moment }.
received-before = Trước đó quý đơn vị đã xác nhận đã nhận, lúc { $moment }.
received-remaining = Còn { $count } việc chưa có xác nhận đã nộp; hệ thống tiếp tục nhắc theo hạn:
received-remaining-task = – { $task }. { $deadline }
received-remaining-more = … và { $count } việc khác: /viec.
received-nothing-left = Không còn việc nào chờ xác nhận đã nhận. Danh sách hiện tại: /viec.
toast-received = Đã ghi nhận: đã nhận
toast-nothing-left = Không còn việc nào chờ xác nhận

## How an assignment stands

item-state = Tình trạng: { $state }
state-unsent = chưa gửi lời nhắc
state-sent = đã gửi lời nhắc lúc { $moment }, chưa xác nhận đã nhận
state-received = đã xác nhận đã nhận lúc { $moment }
state-submitted = đã xác nhận nộp lúc { $moment }
state-accepted = được cơ quan thường trực chấp nhận lúc { $moment }
state-returned = đã trả lại để bổ sung lúc { $moment }; lý do: { $reason }

## Evidence

menu-minhchung = Minh chứng các đơn vị đã gửi
button-evidence-of = Minh chứng: { $unit }
button-evidence-for = Minh chứng: { $task }
button-evidence-for-of-unit = Minh chứng: { $task } – { $unit }
evidence = Minh chứng: { $pieces }
evidence-file = tệp “{ $name }” (gửi qua { $channel ->
    [telegram] Telegram
   *[other] { $channel }
  })
evidence-link = { $link }
evidence-picture = ảnh gửi qua Zalo, đường dẫn có thể hết hạn: { $link }
evidence-elsewhere = Tệp “{ $name }” được gửi qua { $channel ->
    [telegram] Telegram
   *[other] { $channel }
  }, chỉ xem được tại đó.
evidence-added = Đã ghi nhận minh chứng.
evidence-which = Tệp hoặc đường dẫn vừa gửi là minh chứng cho báo cáo nào:
evidence-which-open = Đã nhận tệp hoặc đường dẫn, nhưng chưa có xác nhận nộp nào. Đề nghị chọn việc đã nộp; tệp sẽ được ghi làm minh chứng:
evidence-nothing = Đơn vị không có việc nào để ghi minh chứng; hệ thống chưa ghi nhận tệp hoặc đường dẫn vừa gửi.
evidence-not-taken = Tệp gửi kèm chưa được ghi nhận. Đề nghị gửi lại tệp sau khi xác nhận đã nộp.
evidence-gone = Chưa rõ tệp nào; đề nghị gửi lại tệp hoặc đường dẫn, rồi chọn báo cáo.
evidence-enough = Mỗi báo cáo ghi tối đa { $most } minh chứng; tệp hoặc đường dẫn vừa gửi chưa được ghi nhận.
evidence-none = Chưa có đơn vị nào gửi minh chứng.
evidence-latest = Các báo cáo có minh chứng ({ $count }), mới nhất trước:
evidence-of = Minh chứng của <b>{ $unit }</b>: <b>{ $task }</b>, theo { $plan }.
evidence-withdrawn = Xác nhận nộp này đã được rút lại hoặc trả lại.
