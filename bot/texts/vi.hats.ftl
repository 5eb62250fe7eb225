## Many hats: in which role, for which unit

hat-which = Cán bộ đang giữ nhiều vai trò. Đề nghị chọn: theo tư cách nào.
button-hat-office = Cơ quan thường trực
unit-which = Đề nghị chọn đơn vị:
button-own-unit = { $unit }
button-own-unit-of = { $unit } ({ $organisation })
button-own-unit-role = { $unit } ({ $role })
button-organisation = { $organisation }
unit-not-found = Không tìm thấy đơn vị nào có tên “{ $said }”. Đề nghị kiểm tra lại tên, không cần gõ dấu.
unit-several = “{ $said }” có thể là một trong các đơn vị sau. Đề nghị chọn:
