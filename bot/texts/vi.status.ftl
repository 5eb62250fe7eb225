## Status: one screen, then by task, group, lead and name

difference-more = +{ $count }
difference-fewer = −{ $count }
difference-none = { $count }
status-trend = Từ hết ngày { $day }: đã nộp { $submitted }, quá hạn { $overdue }.
status-trend-none = Từ hết ngày { $day }: không thay đổi.
status-extended = Đã gia hạn: { $count } việc.
status-returned = Đã trả lại, chờ nộp lại: { $count } việc.
status-asking = Xin gia hạn, chờ quyết định: { $count } việc.
status-moved = Hạn riêng do gia hạn hoặc trả lại: { $count } đơn vị.
status-by-group = Theo nhóm đơn vị:
status-group = – { $group }: đã nộp { $submitted }/{ $expected } ({ $percent }%): đúng hạn { $on_time }, muộn { $late }, còn trong hạn { $open }, quá hạn { $overdue }
status-no-group = Đơn vị không thuộc nhóm nào
status-groups-overlap = Có đơn vị thuộc nhiều nhóm, được tính ở từng nhóm.
status-group-name = <b>{ $group }</b>
status-by-lead = Đơn vị chủ trì mục trong đề cương:
status-lead = – { $unit } (mục { $sections }): đã nộp { $submitted }/{ $expected } việc, muộn { $late }, còn trong hạn { $open }, quá hạn { $overdue }
status-worst = { $overdue ->
    [0] Không có đơn vị nào quá hạn. { $count } đơn vị chưa nộp, gần hạn nhất trước:
   *[other] { $count } đơn vị chưa nộp, trong đó { $overdue } đơn vị quá hạn; chậm nhất trước:
  }
status-worst-overdue = – { $unit }: { $count } việc quá hạn; lâu nhất: { $left }
status-worst-open = – { $unit }: { $count } việc chưa nộp; gần nhất: { $left }
status-worst-undated = – { $unit }: { $count } việc chưa rõ hạn
status-refused-ranking = Tình hình của các đơn vị khác chỉ cơ quan thường trực xem được. Tình hình của đơn vị mình: /tiendo.
names-silent-commune = Đã nhắc nhiều lần, chưa phản hồi, xã, phường, đặc khu ({ $count }): { $names }
names-silent-department = Đã nhắc nhiều lần, chưa phản hồi, sở, ban, ngành và đơn vị khác ({ $count }): { $names }
button-status-tasks = Theo nhiệm vụ
button-status-groups = Theo nhóm đơn vị
button-status-leads = Theo đơn vị chủ trì
button-status-worst = Đơn vị chậm nhất
button-status-more = Tiếp theo (còn { $count } đơn vị)

### One unit

status-unit-several = Có nhiều đơn vị tên gần với “{ $said }”. Đề nghị chọn đơn vị:
status-unit-nearest = Không có đơn vị nào tên “{ $said }”. Tên gần nhất:
status-unit-not-found = Không có đơn vị nào tên “{ $said }” trong các kế hoạch đang theo dõi.
status-unit-handed-in = Ngày nộp theo lời đơn vị: { $day }
status-unit-evidence = Minh chứng: { $evidence }
status-unit-by = Người xác nhận: { $person }
status-unit-by-office = Do cơ quan thường trực ghi
status-unit-round = Nộp lần thứ { $round } sau khi được trả lại
status-unit-accepted = Đã chấp nhận: { $moment }
status-unit-returned = Đã trả lại, chờ nộp lại: { $reason }
status-unit-asking = Đang xin gia hạn đến { $until }, chờ quyết định
status-day-unknown = ngày chưa nêu
status-unit-received = Đã nhận: { $moment }
status-unit-reminded = Nhắc gần nhất: { $moment }
