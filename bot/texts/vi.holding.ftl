## Holding all pushes of an organisation

menu-tamdung = Tạm dừng gửi lời nhắc
menu-tieptuc = Tiếp tục gửi lời nhắc
refused-hold = Việc này do cán bộ cơ quan thường trực hoặc quản trị viên thực hiện.
hold-which = Đề nghị chọn cơ quan:
hold-ask = Tạm dừng mọi tin chủ động gửi của <b>{ $organisation }</b>?
hold-what = Giữ lại: lời nhắc theo hạn, tin đôn đốc, tin báo cấp trên, bản tóm tắt, thông báo thay đổi đề cương.
hold-what-not = Vẫn hoạt động: trả lời câu hỏi, xác nhận đã nộp, thông báo ý kiến của cơ quan thường trực, lời nhắc do cán bộ tự hẹn.
hold-none = <b>{ $organisation }</b> không tạm dừng; các tin được gửi bình thường.
held-since = <b>{ $organisation }</b> đang tạm dừng gửi lời nhắc, do { $person } thực hiện lúc { $moment }.
held-done = Đã tạm dừng gửi lời nhắc của <b>{ $organisation }</b>.
held-kept = Tin đến hạn trong thời gian này được giữ lại. Khi tiếp tục (/tieptuc), mỗi người chỉ nhận nội dung mới nhất.
held-no-chase = Trong thời gian này không đôn đốc được. Đề nghị tiếp tục gửi trước.
resume-waiting = Số người có tin đang được giữ lại: <b>{ $count }</b>; mỗi người sẽ nhận nội dung mới nhất.
resume-dropped = Không gửi nữa: { $count } tin đôn đốc, bản tóm tắt đã cũ.
resume-ask = Tiếp tục gửi lời nhắc?
resumed-done = Đã tiếp tục gửi lời nhắc của <b>{ $organisation }</b>.
resumed-goes = Số người được gửi tin đã giữ lại: { $count }; trong giờ gửi, chỉ gửi những việc còn chưa nộp.
notice-resumed = { $person } đã tiếp tục gửi lời nhắc của <b>{ $organisation }</b> lúc { $moment }.
button-resume = Tiếp tục gửi
button-hold-of = { $organisation }
toast-held = Đã tạm dừng
toast-resumed = Đã tiếp tục
