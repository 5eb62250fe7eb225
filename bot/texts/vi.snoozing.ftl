## Remind me later

menu-nhaclai = Nhắc lại sau, theo giờ đã chọn
button-snooze = Nhắc lại sau
button-snooze-hour = 1 giờ nữa
button-snooze-afternoon = Chiều nay
button-snooze-tomorrow = Sáng mai
button-snooze-working-day = Ngày làm việc tới
button-snooze-cancel = Bỏ nhắc lại
snooze-ask = Đề nghị cho biết nhắc lại vào lúc nào: chọn dưới đây, hoặc gửi giờ, ngày (ví dụ: 15 giờ, sáng mai, thứ Năm).
snooze-unread = Chưa đọc được thời điểm trong “{ $said }”. Đề nghị chọn dưới đây, hoặc gửi giờ, ngày (ví dụ: 15 giờ, sáng mai, thứ Năm).
snooze-past = { $moment } đã qua. Đề nghị chọn thời điểm khác, hoặc gửi giờ, ngày (ví dụ: 15 giờ, sáng mai, thứ Năm).
snooze-waits = Lời nhắc lại đang hẹn: { $moment }.
snooze-set-all = Hẹn nhắc lại lúc <b>{ $moment }</b> về tất cả việc chưa có xác nhận (hiện nay: { $count } việc):
snooze-set = Hẹn nhắc lại lúc <b>{ $moment }</b> về:
snooze-task = – { $task }: { $deadline }
snooze-task-of-unit = – { $task } ({ $unit }): { $deadline }
snooze-more = – và { $count } việc khác.
snooze-cut-deadline = Thời điểm đã nêu ({ $asked }) không trước khi hết hạn của “{ $task }”: { $deadline }. Vì vậy lời nhắc lại được hẹn sớm hơn, khi còn trong hạn.
snooze-cut-week = Thời điểm đã nêu ({ $asked }) quá xa. Việc đã quá hạn hoặc chưa có ngày hạn chỉ hẹn nhắc lại trong 7 ngày.
snooze-replaces = Lời nhắc lại đã hẹn trước đó ({ $moment }) được thay bằng lời nhắc này.
snooze-ladder-stays = Các lần nhắc theo lịch của kế hoạch không thay đổi.
snooze-no-time = “{ $task }” sắp hết hạn: { $deadline }. Không còn đủ thời gian để hẹn nhắc lại; đề nghị quý đơn vị hoàn thành ngay.
snooze-nothing = Đơn vị không còn việc nào chưa hoàn thành, không có gì để nhắc lại.
snooze-submitted = “{ $task }” đã có xác nhận, không cần nhắc lại.
snooze-over = Lời nhắc lại này đã được gửi, đã bỏ hoặc đã được thay bằng lời nhắc khác.
snooze-none-waits = Không có lời nhắc lại nào đang hẹn.
snooze-not-set = Không hẹn nhắc lại. Các lần nhắc theo lịch vẫn như cũ.
snooze-cancelled = Đã bỏ lời nhắc lại hẹn lúc { $moment }. Các lần nhắc theo lịch vẫn như cũ.
snooze-reminder = Nhắc lại theo hẹn đặt lúc { $asked }: { $count } việc chưa có xác nhận.
snooze-unit-plan =
    <b>{ $unit }</b>
    Theo { $plan }:
