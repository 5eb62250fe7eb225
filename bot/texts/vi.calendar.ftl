## The calendar file

menu-lich = Tệp lịch các hạn nộp, cuộc họp (.ics)
calendar-file = Tệp lịch (.ics) gồm { $count } mục: các hạn sắp tới của việc chưa có xác nhận và các cuộc họp. Mở tệp để thêm vào lịch của điện thoại hoặc máy tính. Khi thời hạn thay đổi, tải lại bằng /lich và mở tệp mới: các mục cũ được cập nhật.
calendar-nothing = Không có hạn nộp hoặc cuộc họp nào sắp tới để đưa vào lịch.
calendar-not-here = Tại đây không gửi được tệp. Các mục của lịch:
calendar-line = – { $when }: { $what }
calendar-more = – và { $count } mục khác; xem đầy đủ: /han.
