## The coordinator's table as Excel and as a picture

menu-baocao = Tải bảng theo dõi tiến độ (Excel)
menu-bang = Xem bảng theo dõi tiến độ (ảnh)
excel-file = Tệp Excel có hai trang: “Tổng hợp” (số liệu theo nhiệm vụ) và “Chi tiết” (từng đơn vị, từng việc).
excel-not-here = Tại đây không gửi được tệp Excel. Số liệu tổng hợp:
excel-more-tasks = Còn { $count } nhiệm vụ khác; xem theo từng kế hoạch: /tiendo.
excel-refused = Bảng theo dõi của các đơn vị chỉ cơ quan thường trực tải được. Tình hình của đơn vị mình: /tiendo.
picture-page = { $of ->
    [1] Ảnh gồm { $units } đơn vị, chậm nhất trước.
   *[other] Ảnh { $number }/{ $of }, gồm { $units } đơn vị; chậm nhất trước.
  }
picture-which-plan = Đề nghị chọn kế hoạch cần xem bảng:
picture-not-here = Tại đây không gửi được ảnh. Danh sách đơn vị:
picture-refused = Bảng theo dõi của các đơn vị chỉ cơ quan thường trực xem được. Tình hình của đơn vị mình: /tiendo.
button-picture = Xem bảng (ảnh)
button-next-picture = { $count ->
    [0] Ảnh tiếp theo
   *[other] Ảnh tiếp theo (còn { $count } đơn vị)
  }
button-excel = Tải tệp Excel

### On the command line

export-written = Đã ghi { $count } việc của { $organisation } vào { $file }.
cannot-export-kind = “{ $file }” phải có đuôi .xlsx.
cannot-export-database = Chưa có cơ sở dữ liệu { $file }. Đề nghị kiểm tra biến DATABASE_URL, hoặc chạy bot trước.
cannot-export-folder = Không có thư mục { $folder }.
cannot-export-permission = Không có quyền ghi vào { $folder }.
cannot-export = Không ghi được { $file }: { $why }
