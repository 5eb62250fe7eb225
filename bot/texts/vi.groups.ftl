## Group chats on Telegram

menu-lienket = Liên kết nhóm này với đơn vị
group-of-unit = { $unit }
group-of-office = cán bộ theo dõi của { $unit }
button-group-of-unit = Đơn vị: { $unit }
button-group-of-office = Theo dõi: { $unit }
group-link-where =
    Lệnh này dùng trong nhóm Telegram. Để liên kết nhóm của đơn vị:
    1. Thêm bot này vào nhóm.
    2. Gửi trong nhóm: /lienket
    Trong nhóm có thể xem việc, hạn, đề cương, tiến độ của đơn vị; lời nhắc của đơn vị cũng được gửi vào nhóm. Thôi liên kết: /huylienket.
group-link-not-here = Kênh này chưa hỗ trợ nhóm. Lệnh này dùng trong nhóm Telegram.
group-link-which = Nhóm này là nhóm của đơn vị nào? Số liệu và tên các đơn vị chỉ được nêu trong nhóm của cán bộ theo dõi. Đề nghị chọn:
group-link-join-first = Để liên kết nhóm, trước hết đề nghị mở cuộc trò chuyện riêng với bot này và liên kết bằng mã mời do cơ quan thường trực cấp. Không gửi mã mời trong nhóm.
group-link-no-role = Vai trò hiện tại không liên kết được nhóm. Đề nghị cán bộ đầu mối, người thay thế, lãnh đạo đơn vị hoặc cán bộ theo dõi gửi lệnh này.
group-linked-unit =
    Nhóm này đã được liên kết với <b>{ $whose }</b>. Đây là hệ thống nhắc việc tự động của { $organisation }; hệ thống không lưu nội dung trao đổi trong nhóm.
    Từ nay lời nhắc của đơn vị cũng được gửi vào đây. Các lệnh dùng trong nhóm: /trogiup. Thôi liên kết: /huylienket.
group-linked-office =
    Nhóm này đã được liên kết với <b>{ $whose }</b>. Đây là hệ thống nhắc việc tự động của { $organisation }; hệ thống không lưu nội dung trao đổi trong nhóm.
    Từ nay bản tóm tắt hằng ngày được gửi vào đây; số liệu và tên các đơn vị được nêu trong nhóm. Các lệnh dùng trong nhóm: /trogiup. Thôi liên kết: /huylienket.
group-linked-already = Nhóm này đang liên kết với { $whose }. Để liên kết lại, trước hết gửi /huylienket.
group-not-linked = Nhóm này chưa được liên kết.
group-unlinked = Đã thôi liên kết nhóm này với { $whose }. Lời nhắc và số liệu không gửi vào đây nữa.
group-unlink-not-allowed = Chỉ người giữ vai trò tại { $whose } hoặc cán bộ theo dõi của cơ quan mới thôi liên kết được nhóm này.
group-join-first = Việc này chỉ người đã liên kết trong cuộc trò chuyện riêng, giữ vai trò tại { $whose }, mới thực hiện được. Đề nghị mở cuộc trò chuyện riêng với bot này; không gửi mã mời trong nhóm.
group-command-private = Lệnh này chỉ dùng trong cuộc trò chuyện riêng với bot.
group-asked-of = Câu hỏi này dành cho { $person }: đề nghị bấm nút, hoặc trả lời đúng tin nhắn này.
group-asked-another = Hệ thống đang chờ câu trả lời của người khác trong nhóm nên chưa ghi nhận nội dung này. Nếu là việc khác, đề nghị dùng lệnh, ví dụ /nop.
group-help-unlinked = Nhóm này chưa được liên kết với đơn vị nào. Người đã liên kết trong cuộc trò chuyện riêng gửi /lienket để liên kết nhóm.
group-help-unit =
    Nhóm của <b>{ $whose }</b>. Ai trong nhóm cũng xem được: /viec việc còn nợ · /han hạn · /decuong đề cương · /tiendo tình trạng · /lich tệp lịch.
    Người giữ vai trò tại đơn vị, đã liên kết riêng: /nop xác nhận đã nộp · /rutlai rút lại xác nhận · /danhan đã nhận · /giahan xin gia hạn.
    Các lệnh khác dùng trong cuộc trò chuyện riêng. Thôi liên kết nhóm: /huylienket.
group-help-office =
    Nhóm của <b>{ $whose }</b>. Ai trong nhóm cũng xem được: /tiendo tiến độ · /han hạn · /decuong đề cương · /lich tệp lịch.
    Cán bộ theo dõi, đã liên kết riêng: /nhan chấp nhận · /tralai trả lại · /giahan gia hạn · /nop ghi nhận thay đơn vị.
    Các lệnh khác dùng trong cuộc trò chuyện riêng. Thôi liên kết nhóm: /huylienket.
help-group = Dùng trong nhóm Telegram của đơn vị: thêm bot vào nhóm rồi gửi /lienket trong nhóm.
toast-asked-of-another = Câu hỏi này dành cho người khác trong nhóm.
toast-group-not-linked = Nhóm này không còn liên kết.
toast-group-private = Nút này chỉ dùng trong cuộc trò chuyện riêng.
notice-group-left = Bot đã bị đưa ra khỏi nhóm Telegram của { $whose }, { $moment }. Liên kết nhóm đã kết thúc; lời nhắc vẫn gửi đến đây.
notice-group-unlinked = Nhóm Telegram của { $whose } đã được thôi liên kết, { $moment }. Lời nhắc vẫn gửi đến đây.
act-group-linked = liên kết nhóm Telegram
act-group-unlinked = thôi liên kết nhóm Telegram
act-group-left = kết thúc liên kết nhóm Telegram: bot bị đưa ra khỏi nhóm
