## Kiểm tra plans.yaml: đầu mục, và những điều chỉ là lưu ý

check-problems = Lỗi, phải sửa thì tệp mới dùng được:
check-warnings = Lưu ý, tệp vẫn dùng được:
problem-and-more = từ đây còn { $count } điều khác chưa kể; đề nghị sửa những điều đã nêu rồi kiểm tra lại
problem-no-dash = “{ $name }” bắt đầu một mục mới của danh sách; đề nghị thêm dấu “- ” ở đầu dòng này
problem-syntax-document = dòng “---” mở một tài liệu khác, mà tệp chỉ có một tài liệu; đề nghị xóa dòng này
problem-too-many-assignments = các nhiệm vụ, nhóm và mục gộp lại nêu quá nhiều đơn vị để là kế hoạch
problem-empty-group = nhóm “{ $group }” chưa có đơn vị nào, nên chưa ai được nhắc; đề nghị ghi members hoặc roster
problem-same-name = “{ $name }” trùng tên với đơn vị “{ $id }”, người nhận tin không phân biệt được
problem-on-day-off = “{ $phrase }”: ngày cuối { $day } là ngày nghỉ; lần nhắc cuối vào ngày làm việc { $worked }
problem-begins-after = “{ $phrase }” kết thúc trước ngày bắt đầu nhắc { $day }; đề nghị xem lại remind_from
problem-far-deadline = “{ $phrase }”: ngày cuối { $day } quá xa ngày của văn bản; đề nghị xem lại năm
problem-missing-line = thiếu dòng “{ $name }:” ngay trên mục này
problem-odd-code = mã “{ $code }” không gồm 5 chữ số như mã đơn vị hành chính cấp xã{ $nearest ->
    [none] { "" }
   *[other] ; ý là “{ $nearest }”?
}
problem-syntax-directive = dòng bắt đầu bằng dấu “%” là chỉ dẫn riêng của YAML; đề nghị xóa dòng này, hoặc đặt cả câu trong dấu nháy
