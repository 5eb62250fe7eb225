## Backup and restore

backup-taken = Đã sao lưu vào { $file } ({ $size }), dữ liệu đến { $moment }.
cannot-backup-exists = Đã có tệp { $file }. Đề nghị chọn tên khác, hoặc thêm --force để thay tệp này.
cannot-backup-same = { $file } đang là cơ sở dữ liệu; đề nghị nêu tệp sao lưu khác.
cannot-backup-missing = Không có tệp { $file }.
cannot-backup-damaged = Tệp { $file } đã hỏng: { $why }
cannot-backup-foreign = { $file } không phải là cơ sở dữ liệu của Nhắc Việc.
cannot-backup-newer = { $file } do phiên bản mới hơn ghi ({ $why }). Đề nghị cập nhật chương trình trước khi khôi phục.
cannot-backup-cannot-write = Không đọc hoặc ghi được { $file }: { $why }
restored = Đã khôi phục { $file } từ bản sao lưu: { $moment }.
restored-undated = không rõ thời điểm
restored-kept = Cơ sở dữ liệu trước đó được giữ tại { $file }.
restored-known = Đã đối chiếu với cơ sở dữ liệu trước đó: { $count } tin đã gửi hoặc đã đổi trạng thái sau khi sao lưu, không gửi lại.
restored-forgotten = Sau khi sao lưu còn { $count } lượt ghi nhận (nộp, gia hạn, liên kết …) chỉ có trong tệp được giữ lại; đề nghị đối chiếu và ghi nhận lại.
restored-unknown = Không rõ những tin nào đã gửi sau khi sao lưu. { $count } tin đang chờ, và các lời nhắc đến lượt từ đó đến nay, được gửi một lần có ghi “(gửi lại)”. Những gì đơn vị báo sau khi sao lưu không còn; đề nghị đối chiếu.
restored-plans = Đã ghi lại { $file } cùng các tệp kèm theo ({ $count } tệp) như lần chạy cuối.
restored-next = Tiếp theo: kiểm tra { $file } bằng “python -m bot check”, rồi chạy “python -m bot run”.
act-restored = khôi phục dữ liệu từ bản sao lưu
