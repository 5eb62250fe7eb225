## Extensions

menu-giahan = Gia hạn nộp
menu-giahanchung = Gia hạn cho các đơn vị còn nợ
extension-nothing = Không có việc nào chưa nộp để đề nghị gia hạn. Danh sách hiện tại: /viec.
extension-choose = Đề nghị chọn việc cần gia hạn:
extension-submitted = <b>{ $unit }</b> đã có xác nhận về <b>{ $task }</b>, không cần gia hạn nữa. Danh sách hiện tại: /viec.
extension-no-deadline = <b>{ $task }</b> chưa xác định ngày hết hạn nên chưa đề nghị gia hạn được. Danh sách hiện tại: /viec.
extension-ask-day =
    Gia hạn <b>{ $task }</b>, theo { $plan }
    Đơn vị: <b>{ $unit }</b>
    Hạn hiện nay: { $deadline }
    Đề nghị cho biết gia hạn đến ngày nào, ví dụ: 12/5, thứ Sáu, thêm 3 ngày.
extension-ask-reason =
    Gia hạn <b>{ $task }</b> của { $unit } đến { $day }.
    Đề nghị nêu lý do.
extension-reason-needed = Đề nghị nêu rõ lý do bằng một câu ngắn, ví dụ: chờ số liệu của các trường học.
extension-show =
    Đề nghị gia hạn của <b>{ $unit }</b>
    Việc: <b>{ $task }</b>, theo { $plan }
    Hạn hiện nay: { $deadline }
extension-until = Đề nghị gia hạn đến: <b>{ $day }</b>
extension-asked-until = Đơn vị đề nghị đến: { $day }
extension-reason = Lý do: { $reason }
extension-day-off = Lưu ý: { $day } là ngày nghỉ.
extension-day-unread = Chưa đọc được ngày trong “{ $said }”, hoặc ngày đó không có trong lịch.
extension-day-not-later = Không dùng được ngày này: { $day } không muộn hơn hạn hiện nay, { $deadline }.
extension-day-over = Không dùng được ngày này: { $day } đã qua.
extension-day-far = Không dùng được ngày này: { $day } quá xa so với hạn hiện nay.
extension-day-guessed = Ngày vừa gửi được hiểu là { $day }. Đề nghị xác nhận:
extension-sent =
    Đã gửi đề nghị gia hạn của <b>{ $unit }</b>
    Việc: <b>{ $task }</b>, theo { $plan }
    Hạn hiện nay: { $deadline }
extension-sent-to = Nơi nhận: { $office }. Trong khi chờ ý kiến, hạn hiện nay vẫn được tính.
extension-nobody-hears = { $office } chưa có cán bộ nào liên kết với hệ thống. Đề nghị gia hạn đã được ghi lại; quý đơn vị cần liên hệ thêm trực tiếp với cơ quan thường trực.
extension-waits =
    Đã có đề nghị gia hạn đang chờ ý kiến của { $office }, chưa gửi đề nghị mới.
    Việc: <b>{ $task }</b>, theo { $plan }, đơn vị: { $unit }
    Hạn hiện nay: { $deadline }
extension-asked-by = Người đề nghị: { $person }, { $moment }
extension-withdrawn = Đã rút lại đề nghị gia hạn của <b>{ $unit }</b> về <b>{ $task }</b>. Hạn: { $deadline }
extension-request =
    Đề nghị gia hạn của <b>{ $unit }</b>
    Việc: <b>{ $task }</b>, theo { $plan }
    Hạn hiện nay: { $deadline }
extension-asked-again = Đề nghị sau đây chưa có ý kiến:
extension-decided-granted = Đề nghị này đã có ý kiến: { $person } đồng ý gia hạn đến { $day }, lúc { $moment }.
extension-decided-refused = Đề nghị này đã có ý kiến: { $person } không đồng ý gia hạn, lúc { $moment }.
extension-ended = Đề nghị này không còn chờ ý kiến: đơn vị đã rút lại hoặc đã xác nhận nộp.
extension-ask-other-day =
    Gia hạn <b>{ $task }</b> của <b>{ $unit }</b>
    Hạn hiện nay: { $deadline }
    Đơn vị đề nghị đến: { $day }
    Đề nghị cho biết gia hạn đến ngày nào, ví dụ: 12/5, thứ Sáu, thêm 2 ngày.
extension-ask-why =
    Chưa ghi nhận. Nếu không đồng ý gia hạn <b>{ $task }</b> của <b>{ $unit }</b> đến { $day },
    đề nghị nêu lý do để thông báo cho đơn vị, hoặc chọn “Từ chối, không nêu lý do”.
extension-refusal-show =
    Không đồng ý gia hạn <b>{ $task }</b> của <b>{ $unit }</b> đến { $day }?
    Lý do: { $reason }
button-refuse-yes = Đúng, từ chối
extension-refusal-unclear = Chưa rõ là không nêu lý do hay bỏ qua việc này. Đề nghị chọn:
extension-granted = Đã gia hạn <b>{ $task }</b> của <b>{ $unit }</b>. Hạn: { $deadline }
extension-refused = Đã ghi nhận không đồng ý gia hạn <b>{ $task }</b> của <b>{ $unit }</b> đến { $day }. Hạn: { $deadline }
extension-undone = Đã hủy gia hạn ({ $count } đơn vị); hạn trước đó được áp dụng trở lại.
extension-undone-before = Gia hạn này đã được hủy trước đó.
extension-undo-late = Chỉ hủy được trong 10 phút sau khi gia hạn. Khi cần điều chỉnh, đề nghị trao đổi trực tiếp với đơn vị.
extension-unit-unknown = Chưa rõ đơn vị nào trong “{ $said }”. Ví dụ: /giahan xã Bình Thành 15/5 chờ số liệu.
extension-which-unit = Có nhiều đơn vị ứng với “{ $said }”. Đề nghị chọn:
extension-none-waits = Không có đề nghị gia hạn nào đang chờ ý kiến.
extension-waiting-heading = Có { $count } đề nghị gia hạn đang chờ ý kiến:
extension-waiting-line = { $place }. <b>{ $unit }</b>: { $task }, đề nghị đến { $day } (hạn hiện nay: { $deadline })
extension-given-heading = Đã gia hạn ({ $count }):
extension-given-line = – { $unit }: { $task }, đến { $day } ({ $person })
extension-none-given = Chưa có gia hạn nào.
extend-all-nobody = Không còn đơn vị nào chưa nộp việc này.
extend-all-choose = Gia hạn cho tất cả đơn vị chưa nộp. Đề nghị chọn việc:
extend-all-show = Gia hạn cho <b>{ $count } đơn vị</b> chưa nộp <b>{ $task }</b>, theo { $plan }
extend-one-show =
    Gia hạn <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }
    Hạn hiện nay: { $deadline }
extend-all-names = Gồm: { $names }
extend-all-kept = Không thay đổi { $count } đơn vị đã có hạn đến ngày này hoặc muộn hơn.
extend-all-until = Gia hạn đến: <b>{ $day }</b>
extend-all-ask-day =
    Hạn hiện nay: { $deadline }
    Đề nghị cho biết gia hạn đến ngày nào, ví dụ: 12/5, thứ Sáu, thêm 3 ngày.
extend-all-ask-reason = Gia hạn đến { $day }. Đề nghị nêu lý do để thông báo cho đơn vị.
extend-all-given = Đã gia hạn cho <b>{ $count } đơn vị</b> chưa nộp <b>{ $task }</b>, theo { $plan }
extend-one-given = Đã gia hạn <b>{ $task }</b> của <b>{ $unit }</b>, theo { $plan }
extend-one-nothing = Đơn vị này không có việc nào chưa nộp.
extend-one-choose = Đề nghị chọn việc của <b>{ $unit }</b>:
refused-coordinators-only = Việc này chỉ cơ quan thường trực thực hiện được.
notice-extension-withdrawn = { $person } rút lại đề nghị gia hạn của <b>{ $unit }</b> về <b>{ $task }</b>, theo { $plan }. Hạn: { $deadline }
notice-extension-granted = { $office } đồng ý gia hạn <b>{ $task }</b>, theo { $plan }, đến <b>{ $day }</b>.
notice-extension-given = { $office } gia hạn <b>{ $task }</b>, theo { $plan }, đến <b>{ $day }</b>.
notice-extension-refused = { $office } không đồng ý gia hạn <b>{ $task }</b>, theo { $plan }, đến { $day }.
notice-extension-refused-others = { $person } không đồng ý gia hạn <b>{ $task }</b> của <b>{ $unit }</b> đến { $day }, theo { $plan }.
notice-extension-decided = { $person } gia hạn <b>{ $task }</b> của <b>{ $unit }</b> đến { $day }, theo { $plan }.
notice-extension-batch = { $person } gia hạn <b>{ $task }</b> cho { $count } đơn vị chưa nộp đến { $day }, theo { $plan }.
notice-extension-undone = Gia hạn <b>{ $task }</b>, theo { $plan }, vừa được thông báo đã được { $office } hủy.
notice-extension-undone-others = { $person } hủy gia hạn <b>{ $task }</b> ({ $count } đơn vị), theo { $plan }.
extension-waits-again = Đề nghị gia hạn của đơn vị tiếp tục chờ ý kiến.
extension-refused-open = Đề nghị quý đơn vị hoàn thành theo hạn nêu trên.
extension-refused-overdue = Đề nghị quý đơn vị khẩn trương hoàn thành.
button-extend-numbered = Việc { $place }: { $task }
button-extend = Việc: { $task }
button-extend-of-unit-numbered = Việc { $place }: { $task } – { $unit }
button-extend-of-unit = Việc: { $task } – { $unit }
button-extend-all-numbered = Việc { $place }: { $task } ({ $count } đơn vị)
button-extend-all = Việc: { $task } ({ $count } đơn vị)
button-request-numbered = Xem { $place }: { $unit }
button-request = Xem: { $unit }
button-unit = { $unit }
button-until = Đến { $day }
button-extend-until = Đồng ý đến { $day }
button-other-day = Cho đến ngày khác
button-refuse = Từ chối
button-refuse-silently = Từ chối, không nêu lý do
button-send-request = Gửi đề nghị
button-withdraw-request = Rút lại đề nghị
button-undo-extension = Hủy gia hạn này
button-extensions-given = Đã gia hạn
button-extend-own = Xin gia hạn cho đơn vị mình
toast-asked = Đã gửi đề nghị
toast-extended = Đã gia hạn
toast-refused = Đã ghi nhận
