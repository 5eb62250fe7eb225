## What people say in their own words

nop-ask-said =
    Xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>
    Theo { $plan }
nop-choose-said = Đề nghị chọn việc đã nộp, đã hoàn thành:
meant-which = Nội dung vừa gửi có thể hiểu theo nhiều cách, nên hệ thống chưa ghi nhận gì. Đề nghị chọn:
button-neither = Không phải các mục trên
greeted = Xin chào. Hệ thống nhắc việc sẵn sàng phục vụ; đề nghị chọn nội dung cần xem:
remark-will-do = Đã rõ; hệ thống chưa ghi nhận việc nào là đã nộp. Khi nộp xong, đề nghị thông tin lại để ghi nhận.
remark-not-yet = Đã rõ: chưa nộp; hệ thống không ghi nhận gì thêm. Nếu cần, có thể hẹn nhắc lại hoặc xin gia hạn:
remark-trouble = Nếu gặp vướng mắc khi nộp, đề nghị liên hệ cơ quan thường trực; nếu cần thêm thời gian, có thể xin gia hạn:
remark-thanks = Cảm ơn quý đơn vị đã phối hợp.
remark-complaint = Hệ thống ghi nhận góp ý. Lời nhắc về một việc dừng ngay khi việc đó được xác nhận đã nộp.
