### Days and moments

monday = thứ Hai
tuesday = thứ Ba
wednesday = thứ Tư
thursday = thứ Năm
friday = thứ Sáu
saturday = thứ Bảy
sunday = Chủ nhật
on-day = { $weekday } { $day }
at-moment = { $time } { $weekday } { $day }
deadline-by-day = “{ $phrase }” (hết { $day })
deadline-by-hour = “{ $phrase }” (đến { $moment })
deadline-extended = { $printed } (đã gia hạn đến { $until })
deadline-returned = { $printed } (đã trả lại, hạn mới: { $until })
deadline-returned-alone = đã trả lại, hạn mới: { $until }

### Commands

rehearse-title = Diễn tập từ { $first } đến { $last }
rehearse-units = { $count } đơn vị
rehearse-total = Tổng cộng { $reminders } lời nhắc.
step-assigned = giao việc
step-before = còn { $days } ngày làm việc
step-last-day = ngày cuối
step-overdue = quá hạn { $days } ngày làm việc
one-moment = { $at }
one-deadline = { $deadline }
health-age = Vòng gần nhất cách đây { $seconds } giây.
health-never = Chưa có vòng nào.
cannot-no-plan = Chưa dùng được: { $file } còn lỗi ở trên.
cannot-no-token = Chưa có mã của bot. Đề nghị đặt biến TELEGRAM_BOT_TOKEN (lấy từ @BotFather) hoặc ZALO_BOT_TOKEN (lấy từ Zalo Bot Manager), hoặc nạp tệp thiết lập.
cannot-no-channel = Không kênh nào hoạt động được. Đề nghị kiểm tra { $settings }, và địa chỉ máy chủ nếu đã đặt TELEGRAM_API_URL, ZALO_API_URL (mô phỏng Zalo: địa chỉ có /zalo ở cuối).
cannot-wrong-database = { $served ->
    [rehearsal] Cơ sở dữ liệu này đã dùng cho diễn tập, không dùng được cho bot thật. Đề nghị đặt DATABASE_URL khác.
   *[real] Cơ sở dữ liệu này đã phục vụ bot thật, không dùng được cho diễn tập. Đề nghị đặt DATABASE_URL khác.
  }
cannot-database = Không dùng được cơ sở dữ liệu: { $why }
cannot-setting = Biến môi trường { $name } chưa đúng: { $why }
setting-number = phải là một số
setting-ge = phải từ { $limit } trở lên
setting-le = phải từ { $limit } trở xuống
setting-gt = phải lớn hơn { $limit }
setting-pattern = phải có dạng { $limit }
cannot-already-running = Một bot khác đang chạy trên cơ sở dữ liệu này.
cannot-read-clock = “{ $clock }” không phải là thời điểm; đề nghị viết như 2026-05-04T07:29:50.
cannot-unknown-organisation = Không có cơ quan “{ $organisation }”; hiện có: { $known }.
cannot-which-organisation = Đề nghị nêu cơ quan bằng --organisation; hiện có: { $known }.
cannot-unknown-unit = { $organisation } không có đơn vị “{ $unit }”. Gần nhất: { $nearest }.
cannot-which-unit = Đề nghị nêu mã đơn vị; ví dụ: { $known }.
cannot-invite-all = Với --all: mỗi đơn vị một mã cho cán bộ đầu mối (officer) hoặc lãnh đạo (leader), ghi vào tệp nêu ở --to, không nêu mã đơn vị.
cannot-invite-admin-of-unit = Quản trị không gắn với đơn vị; đề nghị bỏ “{ $unit }”.
cannot-invite-coordinator = Cán bộ cơ quan thường trực phải thuộc { $office }.
cannot-write = Không ghi được { $file }: { $why }. Chưa có mã mời nào được phát.
cannot-write-folder = Không có thư mục { $folder }. Chưa có mã mời nào được phát.
cannot-write-permission = Không có quyền ghi vào { $folder }. Chưa có mã mời nào được phát.
cannot-write-kind = “{ $file }” phải có đuôi .csv (bảng tính) hoặc .html (trang in).
cannot-webhook-secret = { $channel ->
    [ZALO] Đã đặt ZALO_WEBHOOK_URL thì phải đặt cả ZALO_WEBHOOK_SECRET (8 đến 256 ký tự).
   *[TELEGRAM] Đã đặt TELEGRAM_WEBHOOK_URL thì phải đặt cả TELEGRAM_WEBHOOK_SECRET (1 đến 256 ký tự A-Z a-z 0-9 _ -).
  }
cannot-listen = Không mở được cổng { $port } tại { $host } (WEB_PORT, WEB_HOST): { $why }
cannot-window = Ngày cuối ({ $last }) sớm hơn ngày đầu ({ $first }).
invite-drawing = Đang vẽ mã QR
invite-written = Đã ghi { $count } mã mời vào { $file }.
invite-shown = Mã mời { $role } của { $unit }: { $code } (dùng một lần, trong 14 ngày)
invite-open-none = Mở cuộc trò chuyện với bot nhắc việc của { $organisation }.
invite-open-zalo = { $zalo ->
    [scan] Mở Zalo, quét mã QR để vào cuộc trò chuyện với bot.
   *[find] Mở Zalo, tìm bot theo tên do cơ quan thông báo.
  }
invite-open-telegram = { $telegram ->
    [scan] Mở Telegram, quét mã QR để vào cuộc trò chuyện với bot.
   *[find] Mở Telegram, tìm bot theo tên do cơ quan thông báo.
  }
invite-open-both = { $zalo ->
    [scan] Mở Zalo, quét mã QR “Zalo”
   *[find] Mở Zalo, tìm bot theo tên do cơ quan thông báo
  }{ $telegram ->
    [scan] ; hoặc mở Telegram, quét mã QR “Telegram”.
   *[find] ; hoặc tìm bot trên Telegram.
  }
invite-send = Gửi cho bot mã { $code }{ $telegram ->
    [scan] ; trên Telegram chỉ cần chọn “Bắt đầu”.
   *[other] .
  }
invite-linked = Bot trả lời có tên “{ $name }” là đã liên kết. Mã dùng một lần, trong 14 ngày (trước { $moment }).
invite-without-link = Mã mời của { $organisations } chưa kèm đường dẫn: { $trouble ->
    [no-token] chưa đặt ZALO_BOT_TOKEN hoặc TELEGRAM_BOT_TOKEN.
    [no-zalo-link] chưa đặt { $setting } (đường dẫn chia sẻ của bot, chép từ Zalo Bot Creator).
    [bad-token] Telegram không nhận TELEGRAM_BOT_TOKEN.
   *[other] không hỏi được tên của bot từ Telegram ({ $trouble }).
  }
invite-page-title = Mã mời dùng Nhắc Việc
invite-card-what = Mã mời { $role } dùng hệ thống nhắc việc của { $organisation }
sent-again = (gửi lại)

### The conversation
## First words, joining, help

greeting =
    Đây là hệ thống nhắc việc tự động của { $whose }.
    Hệ thống lưu: tên hiển thị, mã cuộc trò chuyện, đơn vị và các lần xác nhận của quý đơn vị; không lưu nội dung trò chuyện khác.
    Khi cần xóa thông tin của mình: /xoatoi.
greeting-shared =
    Đây là hệ thống nhắc việc tự động của các cơ quan ban hành kế hoạch.
    Hệ thống lưu: tên hiển thị, mã cuộc trò chuyện, đơn vị và các lần xác nhận của quý đơn vị; không lưu nội dung trò chuyện khác.
    Khi cần xóa thông tin của mình: /xoatoi.
stranger =
    Cuộc trò chuyện này chưa được liên kết với đơn vị nào.
    Để liên kết, đề nghị gửi vào đây mã mời do cơ quan thường trực cấp (chỉ gửi mã, không kèm chữ khác); trên Telegram có thể mở đường dẫn mời.
join-unknown = Mã mời không đúng. Đề nghị kiểm tra lại từng ký tự, hoặc xin mã mới từ cơ quan thường trực.
join-used = Mã mời này đã được sử dụng. Mỗi mã chỉ dùng một lần; đề nghị xin mã mới từ cơ quan thường trực.
join-expired = Mã mời này đã hết hạn hoặc đã được thu hồi. Đề nghị xin mã mới từ cơ quan thường trực.
join-wait = Đã nhập sai mã nhiều lần. Đề nghị thử lại sau { $moment }.
join-no-plan = Đã liên kết, nhưng cơ quan này hiện không còn kế hoạch nào trong hệ thống. Đề nghị liên hệ cơ quan thường trực.
joined = Đã liên kết: <b>{ $unit }</b> ({ $organisation }), vai trò: { $role }.
joined-organisation = Đã liên kết với <b>{ $organisation }</b>, vai trò: { $role }.
joined-officer = Từ nay, các việc đến hạn của đơn vị được nhắc tại đây. Xem các lệnh sử dụng: /trogiup.
joined-leader = Tại đây có thể xem các việc của đơn vị và xác nhận thay cán bộ đầu mối. Xem các lệnh sử dụng: /trogiup.
joined-coordinator = Tình hình thực hiện của các đơn vị: /tiendo. Các lệnh khác: /trogiup.
joined-admin = Tình hình thực hiện các kế hoạch: /tiendo. Các lệnh khác: /trogiup.
role-officer = cán bộ đầu mối
role-leader = lãnh đạo đơn vị
role-coordinator = cán bộ cơ quan thường trực
role-admin = quản trị
help-heading = Các lệnh sử dụng:
help-line = { $command } – { $does }
help-outline = Xem một mục của đề cương: /decuong kèm số mục, ví dụ /decuong II.2. Xem một biểu: /decuong biểu 3B.
help-confirm = Xác nhận kèm số, ngày văn bản: /nop 45/BC-UBND ngày 06/5.
menu-viec = Việc chưa nộp của đơn vị
menu-nop = Xác nhận đã nộp
menu-rutlai = Rút lại xác nhận
menu-decuong = Đề cương, các mục và biểu
menu-han = Hạn nộp của từng việc
menu-tiendo = Tình hình thực hiện
menu-trogiup = Hướng dẫn sử dụng
cannot-answer = Hệ thống gặp lỗi khi trả lời nội dung này. Đề nghị thử lại sau, hoặc liên hệ cơ quan thường trực.
not-understood = Hệ thống chưa hiểu nội dung vừa gửi. Đề nghị chọn một trong các lệnh sau, hoặc /trogiup để xem hướng dẫn.
only-private = Hệ thống chỉ làm việc trong cuộc trò chuyện riêng với từng cán bộ. Đề nghị mở cuộc trò chuyện riêng.

## Where there are no buttons: numbered choices, links

help-numbers = Chọn một mục trong tin nhắn của hệ thống: gửi số đứng trước mục đó, ví dụ: 7.
choices-heading = Gửi số tương ứng để chọn:
choice-line = [{ $number }] { $label }
choice-again = { $label }
choice-unknown = Không có lựa chọn số { $said }; hệ thống chưa ghi nhận gì.
choice-expired = Lựa chọn số { $said } đã hết hiệu lực; hệ thống chưa ghi nhận gì.
choice-foreign = Chưa đọc được số “{ $said }”. Đề nghị gửi bằng chữ số thường, ví dụ: 7.
choice-unclear = Số { $said } có thể hiểu theo nhiều cách nên hệ thống chưa ghi nhận gì. Đề nghị chọn lại:
choice-several = Có nhiều lựa chọn phù hợp. Đề nghị gửi số tương ứng:
choice-to-confirm = Để tránh nhầm lẫn, đề nghị gửi số dưới đây để xác nhận lựa chọn:
choice-one-at-a-time = Mỗi tin nhắn chỉ chọn được một mục. Đề nghị gửi lần lượt từng số:
choices-none = Danh sách hiện tại: /viec.
button-document-number = Số văn bản: { $number }
file-link = Tệp { $name } (đường dẫn có thời hạn): { $link }
unreadable = Hệ thống chỉ đọc được tin nhắn bằng chữ. Hình ảnh, tệp, tin nhắn thoại và nhãn dán không được ghi nhận. Đề nghị gửi lại nội dung bằng chữ.

## A second channel

menu-kenh = Kênh nhận lời nhắc
channels-heading = Các kênh đã liên kết:
channels-line = – { $channel }
channels-line-first = – { $channel }: nhắc trước
channels-line-lost = – { $channel }: không gửi được ({ $why })
channels-one = Có thể liên kết thêm { $channel }: khi một kênh không gửi được hoặc chưa có phản hồi, lời nhắc được gửi qua kênh kia.
channels-only-one = Hệ thống hiện chỉ gửi lời nhắc qua kênh này.
channels-both = Mỗi lời nhắc được gửi qua kênh nhắc trước; khi không gửi được hoặc chưa có phản hồi, lời nhắc được gửi lại qua kênh kia. Việc xác nhận trên kênh nào cũng được ghi nhận chung.
button-prefer-channel = Nhắc qua { $channel } trước
button-add-channel = Thêm kênh { $channel }
button-drop-channel = Bỏ kênh { $channel }
button-drop-yes = Đúng, bỏ kênh này
channel-preferred = Từ nay, lời nhắc được gửi qua { $channel } trước.
channel-code =
    Mã thêm kênh: <b>{ $code }</b>
    Đề nghị mở cuộc trò chuyện với bot nhắc việc của cơ quan trên { $channel } và gửi mã này vào đó. Mã dùng một lần, trước { $moment }; không chuyển mã cho người khác.
channel-drop-ask = Bỏ kênh { $channel }? Sau đó hệ thống không gửi gì qua { $channel } nữa; muốn dùng lại phải liên kết lại.
channel-dropped = Đã bỏ kênh { $channel }. Lời nhắc được gửi qua { $left }.
joined-channel = Đã liên kết thêm { $channel }. Chọn kênh nhắc trước, bỏ kênh: /kenh.
join-taken-chat = Cuộc trò chuyện này đã liên kết với một người dùng nên không nhận thêm mã này. Đề nghị gửi mã từ tài khoản khác.
join-taken-channel = Mã này để liên kết thêm một kênh khác; { $channel } đã được liên kết. Đề nghị gửi mã vào bot trên kênh kia.
trouble-on = { $channel }: { $why }

## Refusals

refused-other-unit = Nội dung này thuộc đơn vị khác. Mỗi cán bộ chỉ xem và xác nhận việc của đơn vị mình.
refused-no-unit = Tài khoản này không gắn với đơn vị phải nộp báo cáo. Tình hình thực hiện các kế hoạch: /tiendo.
refused-button = Lựa chọn này không còn hiệu lực. Đề nghị gửi lại lệnh để xem nội dung hiện tại; các lệnh: /trogiup.
refused-removed = Nhiệm vụ này không còn giao cho đơn vị trong kế hoạch hiện hành. Danh sách hiện tại: /viec.
refused-closed = { $plan } đã kết thúc theo dõi, không ghi nhận thêm. Khi cần điều chỉnh, đề nghị liên hệ cơ quan thường trực.
refused-over = Lựa chọn này thuộc một kỳ của “{ $task }” không còn được theo dõi. Danh sách hiện tại: /viec.
refused-withdrawn = Xác nhận của { $unit } về “{ $task }” đã được rút lại trước đó. Danh sách hiện tại: /viec.
day-in-future = Ngày { $day } chưa tới. Đề nghị kiểm tra và gửi lại ngày đúng.

## Pieces

lines = { $lines }
plain-day = { $day }/{ $month }/{ $year }
plan-by-title = Kế hoạch “{ $title }” của { $issuer }
plan-by-number = Kế hoạch số { $number } của { $issuer }
plan-by-day = Kế hoạch số { $number } ngày { $day } của { $issuer }
document-number-day = số { $number } ngày { $day }
document-number = số { $number }
document-day = ngày { $day }
deadline-awaited = “{ $phrase }” (chưa xác định ngày cụ thể, chờ cơ quan thường trực thông báo)
left-days = còn { $days } ngày
left-today = hạn cuối là hôm nay
left-overdue = quá hạn { $days } ngày
left-over-today = đã qua giờ hạn trong hôm nay
left-working-days = còn { $days } ngày làm việc
left-overdue-working-days = quá hạn { $days } ngày làm việc
plan-basis = Theo { $plan }:
item-task = { $place }. <b>{ $task }</b>
item-plan = { $plan }
item-deadline = Hạn: { $deadline } – { $left }
item-deadline-only = Hạn: { $deadline }
item-receiver = Nơi nhận: { $receiver }
item-cooperating = Phối hợp: { $units }
item-receiver-via = Nơi nhận: { $receiver } (qua { $via })
task-of-period = { $task } (hạn { $day })
plan-not-begun = { $plan }: bắt đầu nhắc từ { $day }; đến nay chưa có việc nào đến kỳ nhắc.
item-topic = Nội dung tham luận: { $topic }
act-handed-in = đã nộp
act-done = đã hoàn thành
standing-on-time = đúng hạn
standing-late = muộn so với hạn
standing-open = còn trong hạn
standing-overdue = quá hạn

## Buttons

button-handed-in = Đã nộp: { $task }
button-handed-in-numbered = Đã nộp việc { $place }: { $task }
button-handed-in-of-unit-numbered = Đã nộp việc { $place }: { $task } – { $unit }
button-handed-in-of-unit = Đã nộp: { $task } – { $unit }
button-done = Đã hoàn thành: { $task }
button-done-numbered = Đã hoàn thành việc { $place }: { $task }
button-done-of-unit-numbered = Đã hoàn thành việc { $place }: { $task } – { $unit }
button-done-of-unit = Đã hoàn thành: { $task } – { $unit }
button-skip = Bỏ qua
button-undo = Rút lại
button-undo-of = Rút lại: { $task }
button-yes = Đúng, xác nhận
button-no = Không
button-present-period = Đã nộp kỳ hiện nay
button-add-document = Ghi số, ngày văn bản
button-handed-in-earlier = Đã nộp trước đó
button-outline = Đề cương
button-outline-of = Đề cương: { $plan }
button-plan = { $plan }
button-section = { $number }. { $title }
button-more = Xem tiếp
button-full-text = Toàn văn mục này
button-forms = Các biểu
button-form = Biểu { $form }
button-outstanding-of = Chưa nộp: { $task }
button-unlinked = Đơn vị chưa có đầu mối
button-whole-plan = Toàn kế hoạch

## Outstanding

outstanding-some = <b>{ $unit }</b>: { $count } việc chưa có xác nhận.
outstanding-none = <b>{ $unit }</b>: không còn việc nào chưa hoàn thành.
recorded-heading = Đã ghi nhận:
recorded-line = – { $task }: { $moment }
recorded-line-document = – { $task }: { $document }, { $moment }

## Submitting

nop-choose = Đề nghị chọn việc đã nộp:
nop-choose-document = Văn bản { $document } là của việc nào:
nop-ask =
    Xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>
    Theo { $plan }
    Văn bản: { $document }
nop-ask-period =
    Việc vừa chọn thuộc kỳ trước của <b>{ $task }</b>
    Kỳ trước: { $deadline }
    Kỳ hiện nay: { $newer }
    Xác nhận { $unit } đã nộp cho kỳ trước?
document-unclear = Chưa rõ đây có phải số, ngày văn bản của việc này không; chưa ghi nhận. Đề nghị chỉ gửi số và ngày văn bản, ví dụ: 45/BC-UBND ngày 06/5. Chọn “Bỏ qua” nếu chưa có.
document-day-unread = Chưa đọc được ngày trong “{ $said }”, hoặc ngày đó không có trong lịch. Đề nghị gửi lại số và ngày văn bản, ví dụ: 45/BC-UBND ngày 06/5.
nop-document-unread = Chưa đọc được số, ngày văn bản trong “{ $said }”. Ví dụ: /nop 45/BC-UBND ngày 06/5. Hoặc chọn việc đã nộp:
answer-yes-or-no = Đề nghị trả lời “có” hoặc “không”, hoặc chọn dưới đây.
answer-by-button = Đề nghị chọn một việc dưới đây.
never-mind = Đã bỏ qua; không có gì thay đổi.
submitted = Đã ghi nhận: <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }.
submitted-deadline = Hạn: { $deadline }
submitted-document = Văn bản: { $document }
submitted-handed-in = Ngày nộp: { $day }
submitted-handed-in-by-word = Ngày nộp: { $day } (theo lời đơn vị)
submitted-moment = Thời điểm xác nhận: { $moment } – { $standing }
document-ask = Đề nghị cho biết số và ngày văn bản, ví dụ: 45/BC-UBND ngày 06/5. Có thể bỏ qua.
document-unread = Chưa đọc được số, ngày văn bản. Ví dụ: 45/BC-UBND ngày 06/5. Chọn “Bỏ qua” nếu không có, hoặc “Rút lại” nếu xác nhận nhầm.
handed-in-ask = Đề nghị cho biết ngày đã nộp “{ $task }”, ví dụ: ngày 06/5.
handed-in-too-early = Ngày { $day } trước ngày ban hành { $plan }. Đề nghị kiểm tra và gửi lại ngày đã nộp, ví dụ: ngày 06/5. Chọn “Bỏ qua” để giữ nguyên.
handed-in-unread = Chưa đọc được ngày. Ví dụ: ngày 06/5. Chọn “Bỏ qua” để giữ nguyên.
already-submitted =
    Đã có xác nhận trước đó: <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }.
    Người xác nhận: { $person }, { $moment }
toast-recorded = Đã ghi nhận
toast-already = Đã có xác nhận trước đó
toast-undone = Đã rút lại

## Undoing

undo-nothing = Đơn vị không có xác nhận nào để rút lại.
undo-choose = Đề nghị chọn xác nhận cần rút lại:
undo-ask = Rút lại xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }?
undo-recorded = Người xác nhận: { $person }, { $moment }
undone = Đã rút lại xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }. Việc này trở lại danh sách chưa nộp và tiếp tục được nhắc.

## Notices

notice-submitted = { $person } xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }, lúc { $moment }. Việc này không nhắc nữa.
notice-withdrawn = { $person } rút lại xác nhận <b>{ $unit }</b> { $act } <b>{ $task }</b>, theo { $plan }, lúc { $moment }. Việc này trở lại danh sách chưa nộp.

## Outline

outline-no-plan = Đơn vị hiện không có kế hoạch nào trong hệ thống.
outline-choose = Đề nghị chọn kế hoạch:
outline-none = { $plan }: văn bản không kèm đề cương.
outline-title = <b>{ $title }</b>
outline-not-attached = Đề cương không kèm theo văn bản. { $note }
outline-note = { $note }
outline-led =
    Các mục { $unit } chủ trì:
    { $sections }
outline-sections =
    Các mục:
    { $sections }
outline-several = Có nhiều mục ứng với “{ $asked }”. Đề nghị chọn:
outline-not-found = Không tìm thấy mục hoặc biểu “{ $asked }” trong đề cương.
outline-changed = Đề cương đã thay đổi. Xem bản hiện hành: /decuong.
section-line = { $number }. { $title }
section-line-below = – { $number }. { $title }
section-heading = <b>{ $number }. { $title }</b>
section-heading-untitled = <b>Mục { $number }</b>
section-leads = Chủ trì: { $units }
section-leads-many = Chủ trì: { $count } đơn vị
section-text = { $text }
section-below =
    Gồm các mục:
    { $sections }
forms-heading = Các biểu của { $plan }:
form-line = Biểu { $form }: { $title }
form-line-cited = Biểu { $form }: { $title } (chỉ được dẫn, không kèm theo)
form-heading = <b>Biểu { $form }</b>: { $title }
form-untitled = văn bản không in tên biểu
form-cited = Văn bản chỉ dẫn tới biểu này, không kèm theo mẫu.
form-rows = { $rows }
form-note = Ghi chú: { $note }

## Outline as a document; links to files

button-outline-document = Tải đề cương (.docx)
outline-document = Đề cương theo { $plan }, dạng khung báo cáo để soạn thảo.
outline-document-not-here = Tại đây không gửi được tệp. Đề nghị xem đề cương ngay trong cuộc trò chuyện:
link-ended = Liên kết này đã hết hạn. Đề nghị yêu cầu lại tệp trong cuộc trò chuyện với hệ thống nhắc việc.
link-unknown = Không có tệp tại liên kết này. Đề nghị kiểm tra lại toàn bộ liên kết trong tin nhắn.

## Deadlines

deadlines-heading = Hạn nộp của <b>{ $unit }</b>:
deadlines-none = <b>{ $unit }</b>: hiện không có việc nào đang theo dõi.
deadlines-task = <b>{ $task }</b>
deadlines-submitted = Đã xác nhận nộp: { $moment }
deadlines-plan = Hạn của các đơn vị theo { $plan }:
deadlines-plan-task = <b>{ $task }</b> ({ $count } đơn vị)
past-heading = Có hạn trước ngày ban hành kế hoạch (không nhắc, không tính):
past-line = – { $task }: “{ $phrase }”
events-heading = Sự kiện:
event-line = – { $title }: “{ $phrase }”
event-line-day = – { $title }: “{ $phrase }” ({ $day })

## Status

status-moment = Số liệu tính đến { $moment }.
status-plan = <b>{ $plan }</b>
status-plan-size = { $units } đơn vị, { $assignments } việc.
status-nothing-expected = Hiện không có việc nào đang theo dõi.
status-task = <b>{ $task }</b>
status-all = Đã nộp { $submitted }/{ $expected } ({ $percent }%): đúng hạn { $on_time }, muộn { $late }; chưa nộp: còn trong hạn { $open }, quá hạn { $overdue }
status-commune = – Xã, phường, đặc khu: đã nộp { $submitted }/{ $expected } ({ $percent }%): đúng hạn { $on_time }, muộn { $late }, còn trong hạn { $open }, quá hạn { $overdue }
status-department = – Sở, ban, ngành và đơn vị khác: đã nộp { $submitted }/{ $expected } ({ $percent }%): đúng hạn { $on_time }, muộn { $late }, còn trong hạn { $open }, quá hạn { $overdue }
status-by-word = Trong số đúng hạn có { $count } đơn vị tính theo ngày nộp do đơn vị cho biết sau hạn.
status-unlinked = Chưa có đầu mối liên kết: { $count }/{ $units } đơn vị; các đơn vị này không nhận được lời nhắc.
names-overdue-commune = Quá hạn, xã, phường, đặc khu ({ $count }): { $names }
names-overdue-department = Quá hạn, sở, ban, ngành và đơn vị khác ({ $count }): { $names }
names-open-commune = Chưa nộp, còn trong hạn, xã, phường, đặc khu ({ $count }): { $names }
names-open-department = Chưa nộp, còn trong hạn, sở, ban, ngành và đơn vị khác ({ $count }): { $names }
names-unlinked-commune = Chưa có đầu mối, xã, phường, đặc khu ({ $count }): { $names }
names-unlinked-department = Chưa có đầu mối, sở, ban, ngành và đơn vị khác ({ $count }): { $names }
names-none = Không còn đơn vị nào.
status-troubles-alike = – { $why } ({ $count }): { $names }
status-unit = <b>{ $unit }</b>: đã nộp { $done }/{ $expected } việc.
status-unit-task = <b>{ $task }</b>
status-unit-submitted = Đã xác nhận nộp: { $moment } – { $standing }
status-unit-open = Chưa nộp – { $left }

## The newest wave, and the month's messages

button-last-wave = Lần nhắc gần nhất
button-wave-more = Các đơn vị tiếp theo
wave-none = Kế hoạch này chưa có lần nhắc nào.
wave-moment = Lần nhắc gần nhất: { $moment }.
wave-owed = Khi đó có { $count } đơn vị chưa hoàn thành, gồm:
wave-told = Đã nhắc được: { $count } đơn vị
wave-by-channel = – qua { $channel }: { $count }
wave-told-before = Đã nhắc trong một tin khác: { $count } đơn vị
wave-submitted = Đã xác nhận nộp trước khi tin được gửi: { $count } đơn vị
wave-waiting = Đang chờ gửi: { $count } đơn vị
wave-not-told = Không nhắc được: { $count } đơn vị
wave-reason = – { $why }: { $count }
wave-unlinked = Chưa có đầu mối liên kết: { $count } đơn vị
wave-why-unlinked = Chưa có đầu mối liên kết
wave-why-quota = không còn đủ hạn mức tin { $channel } { $month }
wave-names = – { $why }: { $names }
wave-more = … và { $count } đơn vị khác.
channel-name = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
   *[other] { $channel }
  }
channel-bot = { $channel } ({ $whose ->
    [own] bot riêng của cơ quan
   *[shared] bot chung
  })
month-named = tháng { $month }/{ $year }
quota-line = { $channel } { $month }: đã dùng { $spent }, dự kiến còn { $to_come }, tổng { $sum } / { $quota } tin.
alarm-quota-tight =
    Hạn mức tin { $channel } { $month } dự kiến không đủ: đã dùng { $spent }, dự kiến còn { $to_come } nếu không có đơn vị nào nộp thêm, tổng { $sum } / { $quota } tin.
    Từ nay hệ thống gộp các lời nhắc gần nhau vào một tin. Nếu vẫn thiếu, hệ thống bớt tin giao việc và nhắc sớm trước, sau đó đến nhắc sát hạn và nhắc quá hạn; nhắc ngày cuối được giữ đến sau cùng.
alarm-quota-refusing =
    Hạn mức tin { $channel } { $month }: đã dùng { $spent }, dự kiến còn { $to_come }, tổng { $sum } / { $quota } tin.
    Một số lời nhắc ít gấp hơn không gửi qua { $channel }, để dành tin cho nhắc ngày cuối. Người có liên kết kênh khác được nhắc qua kênh đó; danh sách đơn vị không nhắc được: /tiendo, chọn kế hoạch, “Lần nhắc gần nhất”.
alarm-quota-used-up =
    Hạn mức tin { $channel } { $month } đã hết: đã dùng { $spent } / { $quota } tin, dự kiến còn { $to_come } tin chưa gửi.
    Đến hết tháng, lời nhắc không gửi được qua { $channel }. Người có liên kết kênh khác được nhắc qua kênh đó; danh sách đơn vị không nhắc được: /tiendo, chọn kế hoạch, “Lần nhắc gần nhất”. Đề nghị cơ quan thường trực thông báo cho các đơn vị này bằng cách khác.
alarm-quota-closed =
    { $channel } không nhận thêm tin của bot trong { $month }, dù bot mới gửi { $spent } / { $quota } tin; dự kiến còn { $to_come } tin chưa gửi. Cứ 6 giờ hệ thống thử lại một lần.
    Người có liên kết kênh khác được nhắc qua kênh đó; danh sách đơn vị không nhắc được: /tiendo, chọn kế hoạch, “Lần nhắc gần nhất”. Đề nghị quản trị kiểm tra gói dịch vụ của bot và ZALO_MONTHLY_QUOTA.
rehearse-quota-title = Hạn mức tin mỗi tháng (mỗi đơn vị một cán bộ, không đơn vị nào nộp sớm):
rehearse-quota = { $channel }, { $month }, { $organisation }: cần { $needed } / { $quota } tin
rehearse-quota-over = – vượt { $over } tin (để lại { $answers } tin trả lời). Khi gộp các lời nhắc gần nhau vào một tin còn cần { $wide } tin.
rehearse-quota-gives-way =
    Vẫn vượt { $over } tin. Sẽ bớt:
    { $ranks }
rehearse-quota-fits = – như vậy đủ hạn mức.
rehearse-quota-shared = bot chung
rank-assigned = – giao việc { $count }
rank-early = – nhắc sớm { $count }
rank-soon = – nhắc sát hạn { $count }
rank-overdue = – nhắc quá hạn { $count }
rank-last-day = – nhắc ngày cuối { $count }

## Reminders

bundle-to = Kính gửi: <b>{ $unit }</b>
bundle-late = (nhắc muộn)
bundle-assigned = Việc được giao: <b>{ $task }</b>
bundle-before = Xin nhắc: <b>{ $task }</b>
bundle-soon = Đề nghị quan tâm hoàn thành đúng hạn: <b>{ $task }</b>
bundle-last-day = Hạn cuối là hôm nay: <b>{ $task }</b>
bundle-last-day-request = Đề nghị quý đơn vị hoàn thành trước khi hết hạn.
bundle-overdue = Đến nay chưa nhận được xác nhận đã nộp: <b>{ $task }</b>
bundle-overdue-request = Đề nghị quý đơn vị khẩn trương hoàn thành, gửi về nơi nhận.
bundle-overdue-done = Đến nay chưa nhận được xác nhận đã hoàn thành: <b>{ $task }</b>
bundle-overdue-done-request = Đề nghị quý đơn vị khẩn trương hoàn thành.
bundle-led =
    Các mục đơn vị chủ trì trong đề cương:
    { $sections }
bundle-closing = Trường hợp đã gửi, đề nghị thông tin lại bằng lựa chọn dưới đây hoặc lệnh /nop để đối chiếu. Trân trọng./.

### Demonstration

demo-starting = Khởi động mô phỏng và bot trên { $plans } kế hoạch mẫu…
demo-join = { $at }: cán bộ vào bot bằng mã mời của đơn vị mình.
demo-joined = { $name } cũng đã vào bot ({ $unit }{ $channel ->
    [zalo] , dùng Zalo
   *[telegram] {""}
  }).
demo-opening = { $at }: mở giờ gửi, các lời nhắc đến máy của cán bộ đầu mối.
demo-press = { $name } bấm “{ $label }”.
demo-says = { $name } nhắn: { $text }
demo-colleague = Cán bộ còn lại của cùng đơn vị được báo:
demo-last-day = { $at }: ngày cuối. Đơn vị đã nộp không bị nhắc việc đã nộp, đơn vị khác vẫn được nhắc.
demo-end = Hết phần giới thiệu. Chạy “make demo” trong cửa sổ lệnh để tự vào vai cán bộ hoặc cơ quan thường trực.
demo-help =
    Nhắn như trên điện thoại (ví dụ: /viec, /nop, /decuong, /han, /tiendo), hoặc gõ số của nút để bấm.
    :tiep đến lần nhắc kế tiếp · :vai đổi vai · Enter xem tin mới · :thoat kết thúc
demo-which-unit = Vào vai đơn vị nào (gõ tên, không cần dấu; ví dụ: phuong quy nhon, so noi vu)?{" "}
demo-which-number = Chọn số thứ tự (Enter: 1):{" "}
demo-which-role = 1. cán bộ đầu mối · 2. cơ quan thường trực (Enter: 1):{" "}
demo-which-channel = Dùng 1. Telegram · 2. Zalo (Enter: 1):{" "}
demo-no-unit = Không tìm thấy đơn vị nào có tên gần như vậy.
demo-prompt = { $at } · { $unit } >{" "}
demo-stepping = Đang chuyển đến lần nhắc kế tiếp…
demo-next = { $at }: lần nhắc kế tiếp.
demo-nothing-comes = Không còn lời nhắc nào cho vai này.
demo-bye = Đã dừng mô phỏng và bot.
demo-name-first = Nguyễn Thử Nhất
demo-name-second = Trần Thử Hai
demo-name-other = Lê Thử Ba
demo-name-coordinator = Phạm Thử Tư
demo-name-newcomer = Cán bộ Thử

### Problems of plans.yaml

check-warning = lưu ý: { $what }
check-counts = { $problems } lỗi, { $warnings } lưu ý.{ $problems ->
    [0] {""}
   *[other] {" "}Sửa xong đề nghị kiểm tra lại.
  }
check-sizes = { $organisations } cơ quan, { $units } đơn vị, { $plans } kế hoạch, { $tasks } nhiệm vụ, { $assignments } việc của đơn vị.
problem-cannot-read = không đọc được tệp: { $why ->
    [missing] không có tệp này
    [folder] đây là thư mục
    [forbidden] không được phép đọc
   *[other] { $why }
  }
problem-empty-file = tệp không có nội dung
problem-too-large = tệp lớn hơn { $most }, không phải một tệp kế hoạch
problem-line-too-long = dòng dài hơn { $most } ký tự
problem-control-character = có ký tự điều khiển; tệp này không phải văn bản thuần
problem-hidden-character = có ký tự ẩn { $code } (thường do dán từ nơi khác); đề nghị xóa và gõ lại dòng này
problem-too-much = các tệp gộp lại quá nhiều để là kế hoạch: chỉ nhận đến { $files } tệp, { $size }, { $count } giá trị
problem-not-utf-8 = không phải văn bản UTF-8; đề nghị lưu lại tệp với mã UTF-8
problem-tab = có dấu tab; YAML chỉ thụt dòng bằng dấu cách
problem-syntax = sai cú pháp YAML; đề nghị xem lại dấu nháy, dấu hai chấm và cách thụt dòng ở đây
problem-syntax-colon = dấu hai chấm không đúng chỗ: câu có dấu hai chấm phải đặt trong dấu nháy; nếu không thì dòng thụt lệch, hoặc thiếu dấu cách sau dấu hai chấm
problem-syntax-no-colon = dòng này không có dạng “khóa: giá trị”; nếu là phần tiếp của câu trên thì thụt vào
problem-syntax-indent = dòng thụt lệch so với các dòng trên, hoặc có chữ đứng sau dấu nháy, dấu ngoặc đã đóng
problem-syntax-bracket = dấu ngoặc mở ở dòng { $line } chưa đóng, hoặc thiếu dấu phẩy; câu có dấu hai chấm phải đặt trong dấu nháy
problem-syntax-quote = dấu nháy mở ở đây chưa đóng
problem-syntax-escape = trong dấu nháy kép, dấu \ có nghĩa riêng; đề nghị dùng dấu nháy đơn
problem-syntax-sign = giá trị bắt đầu bằng một dấu đặc biệt của YAML; đề nghị đặt cả câu trong dấu nháy
problem-alias = không dùng neo và tham chiếu của YAML (&, *); đề nghị viết lại giá trị
problem-tag = không dùng thẻ của YAML ({ $tag })
problem-too-deep = lồng nhau quá sâu
problem-key-not-text = khóa phải là một từ đơn giản
problem-duplicate-key = khóa “{ $name }” đã có ở trên
problem-include-outside = “{ $name }” nằm ngoài thư mục của tệp này
problem-include-loop = “{ $name }” lại gọi về chính tệp đang đọc
problem-include-missing = không có tệp “{ $name }”
problem-include-alone = “include” phải đứng một mình, kèm tên một tệp
problem-unknown-key = không có khóa “{ $name }”{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-missing-key = thiếu “{ $name }”
problem-wrong-type = “{ $name }” phải là { $wanted ->
    [list] một danh sách: [a, b] trên một dòng, hoặc mỗi dòng một mục bắt đầu bằng “- ”
    [string] một dòng chữ
   *[other] một nhóm khóa và giá trị
  }
problem-wrong-item = mỗi mục của “{ $name }” phải là { $wanted ->
    [list] một danh sách
    [string] một dòng chữ
   *[other] một nhóm khóa và giá trị
  }
problem-empty-value = “{ $name }” không có nội dung
problem-unknown-value = “{ $written }” không dùng được cho “{ $name }”{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  } (chọn một trong: { $allowed })
problem-bad-value = giá trị của “{ $name }” không dùng được: “{ $written }”
problem-bad-id = mã “{ $written }” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối, nhiều nhất 64 ký tự{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-bad-date = “{ $written }” chưa đúng: phải là ngày có thật, viết theo dạng năm-tháng-ngày như 2026-05-07{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-bad-hour = “{ $written }” không phải là giờ viết như 07:30{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-bad-hours = “{ $written }” không phải là khoảng giờ viết như 07:30-11:00{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-bad-yes-no = “{ $written }” phải là true (có) hoặc false (không){ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-bad-count = “{ $written }” phải là số từ 0 đến 999
problem-hours-overlap = các khoảng giờ gửi chồng lên nhau hoặc không theo thứ tự
problem-day-off-and-worked = ngày { $day } vừa là ngày nghỉ vừa là ngày làm bù
problem-duplicate-id = mã “{ $id }” đã dùng ở trên
problem-was-in-use = was: mã “{ $id }” đang là mã của một nhiệm vụ khác, hoặc đã được ghi ở một nhiệm vụ khác
problem-members-or-roster = nhóm “{ $group }” phải có members, hoặc body cùng với roster
problem-missing-remind-from = kế hoạch không in ngày ban hành thì phải có remind_from: ngày bắt đầu nhắc
problem-blank-not-marked = thiếu “{ $name }”; nếu văn bản để trống thì ghi vào not_printed
problem-not-printed = văn bản không in { $name ->
    [number] số
   *[issued_on] ngày ban hành
  }
problem-printed-after-all = “{ $name }” đã có giá trị, không thể ghi là không in
problem-secret = văn bản có độ mật ({ $marking }) không được đưa vào hệ thống này
problem-no-deadline = nhiệm vụ “{ $task }” chưa có thời hạn
problem-deadline-conflict = đơn vị “{ $unit }” thuộc hai nhóm có thời hạn khác nhau; đề nghị ghi thời hạn riêng cho đơn vị
problem-impossible-deadline = “{ $phrase }”: không có ngày, giờ hoặc tuần như vậy
problem-unreadable-deadline = không hiểu thời hạn “{ $phrase }”; đề nghị chép đúng câu chữ của văn bản; nếu đã đúng thì ghi thêm last_day
problem-not-a-deadline = “{ $phrase }” không phải là thời hạn phải nộp; ngày họp ghi ở events
problem-wrong-weekday = “{ $phrase }”: thứ và ngày không khớp; đề nghị ghi {"{"}phrase: …, holds: date{"}"} (lấy theo ngày) hoặc holds: weekday (lấy theo thứ)
problem-before-issue = “{ $phrase }” đã qua trước ngày ban hành; nhiệm vụ được giữ, không nhắc
problem-awaits-day = “{ $phrase }” không nêu ngày; chưa nhắc cho đến khi ghi last_day
problem-awaits-confirmation = “{ $phrase }” chưa rõ ngày cuối; chưa nhắc cho đến khi ghi last_day
problem-awaits-anchor = “{ $phrase }” tính từ một ngày chưa biết; chưa nhắc cho đến khi ghi received_on
problem-answer-replaces-day = “{ $phrase }” đã nêu rõ ngày, nhưng last_day { $day } được dùng thay
problem-event-day-unsure = sự kiện “{ $phrase }” không nêu rõ ngày
problem-figures-after-deadline = yêu cầu số liệu đến { $day }, sau thời hạn “{ $phrase }”
problem-receiver-owes = { $unit } vừa nhận vừa thuộc nhóm phải nộp; nếu không phải nộp thì ghi vào except
problem-nobody-owes = nhiệm vụ “{ $task }” không có đơn vị nào phải nộp
problem-roster-not-printed = { $count } đơn vị của “{ $group }” không in trong văn bản, do người quản trị lập
problem-unknown-unit = không có đơn vị hoặc nhóm “{ $id }”{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-unknown-form = không có biểu “{ $id }”{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }
problem-unknown-topic-unit = không có đơn vị phải nộp nào có mã “{ $id }”{ $nearest ->
    [none] {""}
   *[other] {""}; ý là “{ $nearest }”?
  }

### deadline command

deadline-title = “{ $phrase }”, văn bản ngày { $on }
deadline-value = { $value }
deadline-from-to = { $start } – { $end }
deadline-type = Loại
deadline-type-deadline = thời hạn
deadline-type-range = khoảng thời gian, hạn là ngày cuối
deadline-type-ranges = nhiều khoảng thời gian, mỗi khoảng một lần
deadline-type-recurring = định kỳ
deadline-type-relative = thời hạn tính từ một mốc
deadline-type-event = sự kiện
deadline-type-no-date = không nêu ngày
deadline-type-not-a-deadline = không phải thời hạn
deadline-type-error = không đọc được, hoặc nêu ngày giờ không có thật
deadline-named-date = Ngày nêu trong văn bản
deadline-last-day = Ngày cuối
deadline-last-working-day = Ngày làm việc cuối
deadline-last-moment = Đến giờ
deadline-start = Từ ngày
deadline-end = Đến hết ngày
deadline-one-range = Khoảng thời gian
deadline-alternative = Cách tính khác
deadline-civil-code-point = Theo Điều 146 Bộ luật Dân sự
deadline-rule-named = Quy tắc của ngày nêu
deadline-rule-last = Quy tắc của ngày cuối
deadline-next = Lần tới
deadline-event-on = Ngày
deadline-event-time = Giờ
deadline-weekday-date = Thứ và ngày không khớp; nếu lấy theo thứ
deadline-boundary = Cách tính
deadline-boundary-exclusive = trước ngày nêu, không tính ngày đó
deadline-boundary-inclusive = tính cả ngày nêu
deadline-boundary-clock = theo giờ nêu
deadline-counted = Thời gian tính
deadline-counted-after = { $count } { $unit } sau mốc, không tính ngày của mốc
deadline-counted-before = { $count } { $unit } trước mốc
deadline-unit-day = ngày
deadline-unit-working-day = ngày làm việc
deadline-unit-week = tuần
deadline-unit-month = tháng
deadline-unit-year = năm
deadline-unit-hour = giờ
deadline-unit-minute = phút
deadline-reason = Lý do
deadline-reason-review = thời kỳ được tổng kết, đánh giá
deadline-reason-cut-off = mốc chốt số liệu
deadline-reason-counted = mô tả số việc được thống kê
deadline-reason-blank = ngày tháng để trống
deadline-reason-continuous = việc thường xuyên
deadline-reason-on-request = khi có yêu cầu
deadline-reason-urgency = chỉ nêu mức độ khẩn
deadline-reason-elsewhere = ngày do văn bản khác quy định
deadline-reason-no-end = chỉ nêu ngày bắt đầu
deadline-reason-no-period = không nêu kỳ
deadline-reason-event = phụ thuộc một sự kiện chưa biết ngày
deadline-note = Lưu ý
deadline-flag-needs-confirmation = cần cơ quan thường trực xác nhận
deadline-flag-year-inferred = năm không in trong văn bản, do hệ thống suy ra
deadline-flag-past-at-issue = đã qua khi văn bản ban hành: không nhắc
deadline-flag-tentative = dự kiến
deadline-flag-effective-date = ngày có hiệu lực, không phải thời hạn

## Understanding

understand-title = “{ $text }”
understand-value = { $value }
understand-intent = Ý định
understand-about = Nội dung
understand-close = Cũng có thể là
understand-help = hỏi cách sử dụng
understand-undo-confirmation = rút lại xác nhận đã nộp
understand-none = không yêu cầu việc gì
understand-return-submission = trả lại báo cáo của đơn vị
understand-deadline-question = hỏi thời hạn
understand-outline = xem đề cương, biểu mẫu
understand-confirm-submission = xác nhận đã nộp
understand-greeting = lời chào
understand-snooze = đề nghị nhắc lại sau
understand-extension-request = đề nghị gia hạn
understand-outstanding-tasks = hỏi việc còn phải nộp
understand-nudge = đôn đốc đơn vị
understand-status = hỏi tình hình nộp báo cáo
understand-slot-unit = Đơn vị
understand-slot-document-number = Số văn bản
understand-slot-document-date = Ngày văn bản
understand-slot-section = Mục, biểu
understand-slot-new-due = Thời hạn đề nghị
understand-slot-when = Thời điểm nhắc
understand-slot-reason = Lý do
understand-hint-received = đã nhận, đã xem
understand-hint-will-do = sẽ nộp, đang thực hiện
understand-hint-not-yet = chưa nộp
understand-hint-trouble = gặp vướng mắc khi nộp
understand-hint-thanks = lời cảm ơn
understand-hint-complaint = phản ánh về việc nhắc

### Alarms to the admin

alarm-first-load = { $plan } có nhiệm vụ được nạp vào hệ thống khi kế hoạch đã bắt đầu. Nếu đồng ý, { $units } đơn vị đã liên kết nhận ngay một thông báo về tình hình hiện tại; nếu không, các lần nhắc sau vẫn theo lịch.
button-first-load = Đồng ý gửi
first-load-approved = Đã ghi nhận ý kiến đồng ý. Các đơn vị của { $plan } được thông báo trong giờ gửi.
refused-admins-only = Việc này chỉ người quản trị thực hiện được.
alarm-refused = Tệp kế hoạch vừa lưu có { $count } lỗi nên chưa được áp dụng; kế hoạch đang chạy được giữ nguyên.
alarm-problems = { $lines }
alarm-problem = { $place }: { $what }
bundle-cooperating = Việc đơn vị phối hợp thực hiện: { $task }
bundle-changed = Thời hạn của việc sau đây đã thay đổi.
status-troubles =
    Không nhắc được:
    { $lines }
status-trouble = – { $unit } ({ $person }): { $why }
trouble = { $why ->
    [blocked] đã chặn bot
    [deactivated] tài khoản không còn hoạt động
    [kicked] bot đã bị đưa ra khỏi nhóm
    [cannot-start] chưa mở cuộc trò chuyện với bot
    [no-chat] không tìm thấy cuộc trò chuyện
    [outcome-unknown] không rõ tin đã đến hay chưa
    [network] không kết nối được, đang gửi lại
    [server] máy chủ của kênh trục trặc, đang gửi lại
    [no-answer] không rõ tin đã đến hay chưa
    [too-long] tin quá dài
    [cannot-be-worded] lỗi khi soạn tin
    [quota] không còn đủ hạn mức tin của tháng
    [too-many] gửi quá nhanh, đang gửi lại
   *[other] không gửi được
  }
