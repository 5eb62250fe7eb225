## Inviting, handing over, leave, contacts, being forgotten

menu-moi = Mời cán bộ của đơn vị
menu-bangiao = Bàn giao đầu mối
menu-nghi = Báo ngày nghỉ
menu-donvi = Đơn vị và đầu mối liên kết
menu-nhatky = Nhật ký
menu-xoatoi = Xóa thông tin của mình
role-deputy = người thay thế đầu mối
joined-deputy = Khi cán bộ đầu mối nghỉ hoặc chưa phản hồi, lời nhắc được gửi tại đây; có thể xác nhận thay đầu mối bất cứ lúc nào. Xem các lệnh sử dụng: /trogiup.
join-own-code = Mã này để bàn giao đầu mối cho người khác, không dùng cho người bàn giao. Đề nghị chuyển mã cho người kế nhiệm.

invite-which-unit = Mời cán bộ của đơn vị nào? Đề nghị gửi tên đơn vị, không cần gõ dấu.
invite-which-role = Mời vào <b>{ $unit }</b> với vai trò nào?
button-invite-officer = Đầu mối
button-invite-deputy = Người thay thế
button-invite-leader = Lãnh đạo đơn vị
button-invite-coordinator = Cán bộ cơ quan thường trực
invite-made = Mã mời { $role } của <b>{ $unit }</b>: <b>{ $code }</b>
invite-forward-this = Đề nghị chuyển nội dung sau cho đúng người được mời; ai dùng mã trước sẽ được liên kết.
invite-forward =
    Kính mời tham gia hệ thống nhắc việc của { $organisation } với vai trò { $role } của { $unit }.
    { $ways }
    Mã mời: { $code } (gửi cho bot đúng mã này; dùng một lần, trước { $moment }).
invite-way-link = Mở bot trên { $channel }: { $link }
invite-way-none = Mở cuộc trò chuyện với bot nhắc việc của cơ quan.
invite-too-many = { $unit } đang có { $count } mã mời chưa dùng. Đề nghị thu hồi bớt tại /donvi trước khi tạo mã mới.
invite-not-allowed = Vai trò này không tạo được mã mời. Đề nghị cán bộ đầu mối hoặc cơ quan thường trực mời.
code-only-private = Mã mời chỉ được cấp trong cuộc trò chuyện riêng. Đề nghị gửi lệnh này trong cuộc trò chuyện riêng với bot.

handover-which = Đề nghị chọn đầu mối cần bàn giao:
handover-made =
    Mã bàn giao { $role } của <b>{ $unit }</b>: <b>{ $code }</b>
    Khi người kế nhiệm dùng mã, vai trò này của người bàn giao kết thúc. Trước đó, lời nhắc vẫn gửi đến đây.
button-handover-cancel = Hủy bàn giao
handover-cancelled = Đã thu hồi mã bàn giao của { $unit }; vai trò hiện tại được giữ nguyên.
notice-handed-over = { $person } đã tiếp nhận vai trò { $role } của { $unit } từ { $moment }. Vai trò này tại đây đã kết thúc. Trân trọng cảm ơn.
notice-contact-changed = { $unit } thay đổi { $role }: { $person } tiếp nhận từ { $former }, { $moment }.

leave-when = Nghỉ từ ngày nào đến ngày nào? Ví dụ: từ 11/5 đến 15/5.
leave-unread = Chưa đọc được ngày nghỉ trong “{ $said }”. Ví dụ: từ 11/5 đến 15/5.
leave-past = “{ $said }”: những ngày này đã qua. Đề nghị gửi lại ngày nghỉ.
leave-too-long = “{ $said }”: thời gian nghỉ dài hơn 200 ngày. Trường hợp thôi làm đầu mối, đề nghị dùng /bangiao.
leave-taken = Đã ghi nhận ngày nghỉ: từ { $first } đến hết { $last }.
leave-kept = Ngày nghỉ đã ghi nhận: từ { $first } đến hết { $last }. Thay đổi: /nghi kèm ngày mới.
leave-covered = Trong thời gian này, lời nhắc của <b>{ $unit }</b> được gửi đến: { $names }.
leave-nobody = <b>{ $unit }</b> chưa có người thay thế nên lời nhắc vẫn được gửi đến đây. Đề nghị mời người thay thế.
leave-none = Không có ngày nghỉ nào đang được ghi nhận.
leave-ended = Đã kết thúc ngày nghỉ; từ nay lời nhắc lại được gửi đến đây.
button-leave-end = Đã đi làm lại
button-leave-cancel = Hủy ngày nghỉ này
button-invite-deputy-now = Mời người thay thế
button-invite-deputy-of = Mời thay thế: { $unit }
notice-standing-in = { $person } nghỉ từ { $first } đến hết { $last }. Trong thời gian này, lời nhắc của { $unit } được gửi đến đây.

contacts-overview =
    <b>{ $organisation }</b>: { $units } đơn vị.
    Có đầu mối liên kết: { $linked }; chưa có đầu mối: { $without }.
    Người không nhắc được: { $lost }.
    Xem một đơn vị: /donvi kèm tên, không cần gõ dấu.
button-units-without = Đơn vị chưa có đầu mối
button-units-lost = Không nhắc được
button-units-linked = Đơn vị đã có đầu mối
contacts-list-linked = <b>Đơn vị đã có đầu mối:</b>
contacts-list-without = <b>Đơn vị chưa có đầu mối:</b>
contacts-list-lost = <b>Không nhắc được:</b>
contacts-list-line = – { $unit }: { $names }
contacts-list-bare = – { $unit }
contacts-list-empty = Không có.
contacts-list-count = ({ $first }–{ $last } trong tổng số { $all })
contacts-list-how = Xem một đơn vị: /donvi kèm tên; mời: /moi kèm tên.
contacts-unit = <b>{ $unit }</b>
contacts-nobody = Chưa có ai liên kết.
contact-line = – { $person }, { $role } ({ $channels }), từ { $since }
contact-line-away = – { $person }, { $role } ({ $channels }), từ { $since }; đang nghỉ
contact-line-lost = – { $person }, { $role } ({ $channels }), từ { $since }; không nhắc được: { $why }
contact-group = – Nhóm Telegram (liên kết bởi { $person }, từ { $since })
contact-group-office = – Nhóm Telegram của cán bộ theo dõi (liên kết bởi { $person }, từ { $since })
contact-no-channel = chưa có kênh
contact-two-channels = { $first }, { $second }
contacts-open-codes = Mã mời chưa dùng: { $count }.
button-invite = Mời thêm
button-journal = Nhật ký
button-unlink = Bỏ liên kết: { $person }
button-void-codes = Thu hồi mã chưa dùng
button-group-end = Thôi liên kết nhóm
button-group-end-of = Thôi liên kết nhóm thứ { $number }
button-group-end-yes = Đúng, thôi liên kết
group-end-ask =
    Thôi liên kết nhóm Telegram của <b>{ $whose }</b> (liên kết bởi { $person }, từ { $since })?
    Lời nhắc và số liệu không gửi vào nhóm này nữa; lời nhắc riêng vẫn gửi đến từng cán bộ.
group-ended = Đã thôi liên kết nhóm Telegram của { $whose }.
group-ended-already = Liên kết nhóm này đã kết thúc trước đó. Danh sách hiện tại: /donvi.
button-unlink-yes = Đúng, bỏ liên kết
unlink-ask =
    Bỏ liên kết <b>{ $person }</b> ({ $role }) khỏi <b>{ $unit }</b>?
    Người này không còn nhận lời nhắc và không xác nhận được cho đơn vị. Đồng thời thu hồi { $codes } mã mời chưa dùng của đơn vị.
unlinked = Đã bỏ liên kết { $person } ({ $role }) khỏi { $unit }; đã thu hồi { $codes } mã mời chưa dùng.
unlink-gone = Vai trò này đã kết thúc trước đó. Danh sách hiện tại: /donvi.
codes-voided = Đã thu hồi { $count } mã mời chưa dùng của { $unit }.
notice-unlinked = Cơ quan thường trực đã bỏ liên kết tài khoản này khỏi { $unit } ({ $role }), { $moment }. Trường hợp có nhầm lẫn, đề nghị liên hệ cơ quan thường trực.
notice-unit-without-contact = { $unit } không còn cán bộ đầu mối nào nhận lời nhắc. Đề nghị mời đầu mối mới: /moi kèm tên đơn vị.

forget-ask =
    Xóa thông tin của mình khỏi hệ thống?
    Sẽ xóa: tên hiển thị, mã cuộc trò chuyện trên mọi kênh, các vai trò, ngày nghỉ, nội dung đã trao đổi. Không còn nhận lời nhắc.
    Được giữ: các lần xác nhận của đơn vị, ghi là của “một cán bộ của đơn vị”.
forget-leaves-nobody = Sau đó, { $unit } không còn cán bộ đầu mối. Trường hợp có người kế nhiệm, đề nghị bàn giao trước: /bangiao.
button-forget-yes = Đúng, xóa
forgotten = Đã xóa thông tin của quý vị khỏi hệ thống. Muốn dùng lại, đề nghị xin mã mời mới.
forget-stranger = Cuộc trò chuyện này chưa liên kết với ai; hệ thống không lưu thông tin nào ngoài mã cuộc trò chuyện.
