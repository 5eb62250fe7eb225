## Small changes by chat

menu-sua = Sửa hạn, nhóm, đầu mối
edit-what = Cần sửa nội dung nào? Có thể gửi cả câu, ví dụ: /sua hạn báo cáo sơ kết 15/5/2026, /sua nhóm các sở thêm Sở Tài chính, /sua đầu mối Sở Tài chính.
button-edit-deadline = Hạn của nhiệm vụ
button-edit-group = Đơn vị trong nhóm
button-edit-contact = Đầu mối của đơn vị
button-edit-one = { $name }
button-edit-whole-task = Tất cả đơn vị ({ $count })
button-edit-plan-deadline = Hạn chung, { $count } nhiệm vụ
button-edit-owing = Một đơn vị khác
button-edit-add = Thêm đơn vị
button-edit-remove = Bớt đơn vị
button-edit-apply = Áp dụng
button-edit-other = Đổi: { $phrase }
button-edit-again = Sửa lại
button-edit-drop = Bỏ
button-edit-replace = Thay { $person }
toast-edit-applied = Đã ghi nhận
edit-only-private = Việc sửa kế hoạch chỉ thực hiện trong cuộc trò chuyện riêng với bot.
edit-waits = Đang có một thay đổi khác của kế hoạch chờ áp dụng hoặc chờ ý kiến. Đề nghị thực hiện lại sau khi thay đổi đó có kết quả.
edit-waits-for = Chưa sửa được: bản số { $number } của kế hoạch chờ ý kiến của { $names } từ { $since }. Đề nghị trao đổi với cơ quan đó, hoặc chạy plan apply; rồi thực hiện lại.
edit-waits-nobody = Chưa có quản trị viên liên kết của { $names }: chỉ plan apply quyết định được.
edit-file-differs = Tệp kế hoạch đang ghi nội dung chưa được áp dụng (còn lỗi, hoặc đã có ý kiến không áp dụng), nên chưa sửa ở đây được. Đề nghị sửa lại tệp, hoặc chạy: plan roll-back { $running }; rồi thực hiện lại.
edit-nothing-runs = Chưa có kế hoạch nào đang chạy để sửa. Đề nghị thực hiện lại sau ít phút.
edit-outdated = Kế hoạch đã thay đổi sau khi nội dung này được hiển thị; chưa sửa gì. Đề nghị gửi lại /sua để xem nội dung hiện tại.
edit-which-plan = Chọn kế hoạch có nhiệm vụ cần sửa hạn, hoặc gửi tên nhiệm vụ:
edit-which-task = Chọn nhiệm vụ cần sửa hạn:
edit-task-line = – { $task } ({ $plan })
edit-more-tasks = và { $count } nhiệm vụ khác
edit-task-unknown = Không có nhiệm vụ nào có tên chứa “{ $said }”. Đề nghị gửi lại vài từ trong tên nhiệm vụ, không cần gõ dấu.
edit-which-scope = Sửa hạn <b>{ $task }</b>, theo { $plan }
edit-present = Hiện nay: { $deadline } – { $count } đơn vị
edit-shared = Hạn này là hạn chung của kế hoạch, { $count } nhiệm vụ cùng theo. Chọn “Tất cả đơn vị” thì chỉ nhiệm vụ này có hạn riêng.
edit-which-owing = Gửi tên đơn vị được sửa hạn <b>{ $task }</b>, không cần gõ dấu.
edit-owes-not = Không có đơn vị nào tên “{ $said }” được giao <b>{ $task }</b>. Đề nghị gửi lại tên đơn vị.
edit-ask-phrase = Hạn mới của <b>{ $task }</b>?
edit-phrase-how = Ghi như văn bản, ví dụ: trước ngày 15/5/2026; chậm nhất 17 giờ 00 ngày 15/5/2026; hoặc chỉ ghi ngày: 15/5.
edit-phrase-unread = Chưa đọc được thời hạn trong “{ $said }”.
edit-recurring = “{ $phrase }” (định kỳ)
edit-show-deadline = Sửa hạn theo { $plan }. Đề nghị kiểm tra trước khi áp dụng:
edit-show-group = Sửa nhóm đơn vị của { $organisation }. Đề nghị kiểm tra trước khi áp dụng:
edit-whom = { $whom } – { $count } đơn vị
edit-whom-plan = Hạn chung của “{ $plan }”
edit-whom-task = <b>{ $task }</b>
edit-whom-part = <b>{ $task }</b>, riêng { $name }
edit-from = Từ: { $deadline }
edit-to = Thành: <b>{ $deadline }</b>
edit-over = Lưu ý: hạn mới đã qua.
edit-task-of-plan = – { $task }
edit-own-kept = { $count } đơn vị có hạn riêng, không thay đổi.
edit-show-add = Thêm <b>{ $unit }</b> vào nhóm <b>{ $group }</b>
edit-show-remove = Bớt <b>{ $unit }</b> khỏi nhóm <b>{ $group }</b>
edit-member-count = Số đơn vị của nhóm: { $before } → { $after }
edit-owes-more = Đơn vị được giao thêm:
edit-owes-less = Đơn vị không còn được giao:
edit-owes-the-same = Việc được giao cho đơn vị không thay đổi.
edit-owed-task = – { $task }: { $deadline }
edit-printed-roster = Lưu ý: danh sách của nhóm “{ $group }” in trong văn bản; sửa ở đây làm danh sách khác với văn bản.
edit-unit-vanishes = Lưu ý: { $unit } không thuộc nhóm nào khác, sẽ không còn trong danh sách đơn vị của cơ quan. Báo cáo và nhật ký đã ghi được giữ nguyên.
edit-warning = Lưu ý: { $what }
edit-line-place = { $file }, dòng { $line }:
edit-line-was = Cũ: { $words }
edit-line-now = Mới: { $words }
edit-applied = Đã ghi nhận. Thay đổi được ghi vào tệp kế hoạch và có hiệu lực trong giây lát; nếu tệp vừa được sửa ở nơi khác thì không ghi, và sẽ có thông báo.
edit-problem = – { $what }
edit-refused-result-refused = Chưa sửa: tệp kế hoạch sẽ có lỗi.
edit-refused-not-found = Không còn nội dung này trong tệp kế hoạch{ $what ->
    [plan-deadline] {""}: kế hoạch không có hạn chung
    [owing] {""}: nhiệm vụ không giao cho “{ $id }”
   *[other] {""}: “{ $id }”
}. Chưa sửa gì.
edit-refused-unknown-unit = Không có đơn vị “{ $id }”{ $nearest ->
    [none] {""}
   *[other] . Gần nhất: { $nearest }
}. Chưa sửa gì.
edit-refused-nothing-changes = Hạn đang áp dụng đúng như vậy, không có gì để sửa.
edit-refused-already-member = { $unit } đã có trong nhóm “{ $group }”.
edit-refused-not-member = Đơn vị không có trong nhóm “{ $group }”.
edit-refused-last-member = Nhóm “{ $group }” chỉ còn một đơn vị ở chỗ này nên không bớt được. Đề nghị sửa trong tệp kế hoạch.
edit-refused-other-roster = Nhóm này gồm các đơn vị có tên bắt đầu bằng “{ $body }”; { $name } không thêm được vào đây.
edit-refused-unusable-words = Nội dung trống, quá dài hoặc có ký tự không dùng được trong tệp kế hoạch.
edit-refused-cannot-splice = Chỗ này trong tệp ({ $file }, dòng { $line }) được viết theo cách chỉ sửa được bằng tay. Chưa sửa gì.
edit-refused-strange-change = Chưa sửa: thay đổi sẽ ảnh hưởng đến cả nội dung khác. Đề nghị sửa trong tệp kế hoạch.

edit-which-group = Chọn nhóm đơn vị cần sửa:
edit-group-unknown = Không có nhóm nào tên “{ $said }”. Đề nghị gửi lại tên nhóm, không cần gõ dấu.
edit-which-way = Nhóm <b>{ $group }</b> có { $count } đơn vị. Thêm hay bớt đơn vị?
edit-which-unit-in = Gửi tên đơn vị thêm vào nhóm <b>{ $group }</b>, không cần gõ dấu.
edit-which-unit-out = Gửi tên đơn vị bớt khỏi nhóm <b>{ $group }</b>, không cần gõ dấu.

edit-contact-which-unit = Gửi tên đơn vị cần thay đầu mối, không cần gõ dấu.
edit-contact-how = Thay một người: người kế nhiệm nhận mã mời; khi mã được dùng, người trước thôi vai trò. Đầu mối không ghi trong tệp kế hoạch.
edit-show-contact =
    Thay { $role } của <b>{ $unit }</b>:
    { $person } → người dùng mã mời
    Trước khi mã được dùng, lời nhắc vẫn gửi đến { $person }. Mã đã cấp trước đó để thay người này hết hiệu lực.
edit-contact-made =
    Mã thay { $role } của <b>{ $unit }</b>: <b>{ $code }</b>
    Khi mã được dùng: { $person } → người dùng mã. Trước đó, lời nhắc vẫn gửi đến { $person }.

act-plan-edited = sửa kế hoạch trong cuộc trò chuyện (bản số { $count })
act-plan-edit-refused = không áp dụng được bản số { $count } của kế hoạch
journal-refused-file-changed = Lý do: tệp kế hoạch đã bị sửa trong lúc đó
journal-refused-cannot-write = Lý do: không ghi được tệp kế hoạch
journal-refused-problems = Lý do: nội dung còn lỗi
journal-refused-overtaken = Lý do: một thay đổi khác đã thay thế
act-replacement-begun = cấp mã thay { $role } { $other }
journal-edited-deadline = Hạn “{ $task }”: “{ $was }” → “{ $now }”
journal-edited-add = Thêm vào nhóm “{ $group }”
journal-edited-remove = Bớt khỏi nhóm “{ $group }”
