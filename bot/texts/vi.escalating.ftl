### Those above an officer who did not act

escalation-to-deputy = Kính gửi: cán bộ phụ trách thay đầu mối của <b>{ $unit }</b>
escalation-to-leader = Kính báo cáo lãnh đạo <b>{ $unit }</b>:
escalation-task = <b>{ $task }</b>
escalation-unreceived = Đến { $moment }, chưa có xác nhận đã nhận lời nhắc về việc này.
escalation-unsubmitted = Đến { $moment }, chưa nhận được xác nhận đã nộp.
escalation-undone = Đến { $moment }, chưa nhận được xác nhận đã hoàn thành.
escalation-closing-deputy = Đề nghị quan tâm thực hiện, báo cáo lãnh đạo đơn vị khi cần thiết. Trường hợp đã gửi, đề nghị thông tin lại bằng lựa chọn dưới đây hoặc lệnh /nop để đối chiếu. Trân trọng./.
escalation-closing-leader = Kính đề nghị lãnh đạo quan tâm, chỉ đạo. Trường hợp đơn vị đã gửi, kính đề nghị cho thông tin lại bằng lựa chọn dưới đây hoặc lệnh /nop để đối chiếu. Trân trọng./.
escalation-list = Các đơn vị chưa phản hồi, tính đến { $moment }:
escalation-list-unreceived = – Chưa xác nhận đã nhận lời nhắc ({ $count }): { $names }
escalation-list-unsubmitted = – Ngày cuối chưa xác nhận đã nộp ({ $count }): { $names }
escalation-list-unlinked = – Chưa nộp, chưa có đầu mối liên kết ({ $count }): { $names }
escalation-list-closing = Đề nghị cơ quan thường trực liên hệ trực tiếp với các đơn vị này. Danh sách được giữ trong /tiendo cho đến khi đơn vị phản hồi.
