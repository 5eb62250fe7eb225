## Finding in outlines, and outlines that change

outline-of-plan = Theo { $plan }.
outline-form-line = Biểu { $form }
outline-no-form = Không có { $form }; gần nhất:
outline-nearest = Không tìm thấy mục hoặc biểu “{ $asked }” trong đề cương. Các mục gần nhất ở dưới đây.
outline-news =
    Kính gửi: <b>{ $units }</b>
    Đề cương báo cáo theo { $plan } đã thay đổi:
outline-news-added = – Bổ sung: { $title }
outline-news-removed = – Bỏ: { $title }
outline-news-renamed = – Sửa tên: { $title }
outline-news-reworded = – Sửa nội dung: { $title }
outline-news-renumbered = – Đánh số lại các mục.
outline-news-more = – và { $count } thay đổi khác.
outline-news-closing = Đề nghị quý đơn vị xây dựng báo cáo theo đề cương mới. Trường hợp đã gửi báo cáo, đề nghị thông tin lại bằng lệnh /nop để đối chiếu.
