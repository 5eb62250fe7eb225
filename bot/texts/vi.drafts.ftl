## Drafting a plan from an issued document

draft-head = Bản dự thảo lập tự động từ tệp { $file }{ $document ->
    [none] .
   *[other] { " " }({ $document }).
}
draft-head-how = Trên mỗi nhiệm vụ là nguyên văn câu hoặc dòng của văn bản. Chỗ có dấu “# ?” là chỗ chưa chắc: đề nghị đối chiếu với văn bản, điền hoặc sửa, rồi xóa dấu. Kiểm tra sau khi sửa: python -m bot check{ $check ->
    [none] , kèm tên tệp này hoặc tệp gọi đến nó
   *[other] { " " }{ $check }
}
draft-head-schema = Để phần mềm soạn thảo báo lỗi ngay khi gõ: python -m bot schema --to plans.schema.json, đặt cạnh tệp này, rồi ghi vào dòng đầu, sau dấu #: “yaml-language-server: $schema=plans.schema.json”
draft-head-questions = Nội dung cần trả lời:
draft-head-nothing = Không thấy nhiệm vụ nào có thời hạn trong văn bản: không có gì để nhắc.
draft-see-question = câu { $number }
draft-given-day = ngày do người quản trị nêu khi lập dự thảo (--on)
draft-until = hết { $day }
draft-ask-title = Văn bản không có tên gọi, trích yếu đọc được: đề nghị ghi tên kế hoạch vào khóa title.
draft-ask-issuer = Không đọc được cơ quan ban hành: đề nghị ghi tên cơ quan.
draft-ask-standing-office = Cơ quan nào theo dõi, đôn đốc (cơ quan thường trực)?{ $name ->
    [none] { "" }
   *[other] { " " }Tạm ghi { $name }.
}
draft-ask-roster = Danh sách đơn vị của nhóm “{ $group }” không có trong văn bản: nhóm này gồm những đơn vị nào?
draft-ask-communes = Nhóm “{ $group }” không được liệt kê trong văn bản; bản dự thảo lấy { $count } đơn vị theo danh mục đơn vị hành chính cấp xã đến ngày { $as_of }: đúng những đơn vị này không?
draft-ask-alike = Văn bản ghi “{ $printed }”; có phải là { $name } không?
draft-ask-unknown-unit = “{ $printed }” không có trong danh sách đơn vị, nhóm của cơ quan: đó là đơn vị nào?
draft-written = Đã ghi bản dự thảo vào { $file }
draft-file-there = Đã có tệp { $file }. Đề nghị chọn tên khác, hoặc thêm --force để thay tệp này.
draft-cannot-write = Không ghi được { $file }: không có thư mục, hoặc không có quyền ghi.
draft-secret = Văn bản có dấu chỉ độ mật “{ $marking }”: không lập dự thảo, không đưa văn bản này vào hệ thống.

draft-unreadable-missing = Không mở được tệp { $file }: không có tệp này hoặc không được phép đọc.
draft-unreadable-not-a-document = Tệp { $file } bị hỏng hoặc không phải là văn bản.
draft-unreadable-too-big = Tệp { $file } quá lớn (tối đa { $most }).
draft-unreadable-too-complex = Tệp { $file } có cấu trúc quá phức tạp, không đọc được trong giới hạn cho phép.
draft-unreadable-encrypted = Tệp { $file } được đặt mật khẩu: đề nghị bỏ mật khẩu rồi thực hiện lại.
draft-unreadable-no-text = Tệp { $file } không có chữ, có thể là bản quét: đề nghị chuyển thành văn bản (nhận dạng chữ) trước.
draft-unreadable-wrong-kind = Tệp { $file } không thuộc loại đọc được ({ $kinds }).

draft-doubt-no-unit = “{ $task }” ({ $place }): văn bản không nói rõ đơn vị nào thực hiện.
draft-doubt-no-anchor = “{ $phrase }” ({ $place }): thời hạn này tính từ ngày nào? Đề nghị ghi ngày bắt đầu tính.
draft-doubt-unsure-day = “{ $phrase }” ({ $place }): văn bản không nói đúng một ngày; hạn là ngày nào?
draft-doubt-weekday = “{ $phrase }” ({ $place }): thứ và ngày không khớp nhau; theo thứ (weekday) hay theo ngày (date)?
draft-doubt-no-issue-day = Văn bản để trống ngày ban hành: đề nghị ghi ngày bắt đầu nhắc vào khóa remind_from (năm-tháng-ngày).
draft-doubt-impossible = “{ $phrase }” ({ $place }): ngày, giờ này không có thật; hạn đúng là ngày nào?
draft-doubt-too-long = Đoạn văn hoặc ô bảng tại { $place } quá dài: chỉ đọc { $most } ký tự đầu; đề nghị đối chiếu phần còn lại với văn bản.
draft-doubt-rest-unread = Văn bản quá dài hoặc quá phức tạp: chưa đọc từ { $place } trở đi; đề nghị đối chiếu phần này với văn bản.
draft-doubt-year-inferred = “{ $phrase }” ({ $place }): văn bản không ghi năm, hiểu theo ngày ban hành; đề nghị đối chiếu năm.
