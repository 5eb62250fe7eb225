"""Plain words for commands, and what is none."""

from __future__ import annotations

import pytest

from handlers.plain_commands import plain_command


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("xuất excel giúp tôi", "baocao"),
        ("gửi tôi file excel", "baocao"),
        ("cho xem bảng", "bang"),
        ("cho xin file lịch", "lich"),
        ("lich", "lich"),
        ("em nghỉ phép từ 5/5 đến 8/5", "nghi"),
        ("ban giao cho nguoi khac", "bangiao"),
        ("quên tôi đi", "xoatoi"),
        ("ai la dau moi cua xa an lao", "donvi"),
        ("mời cán bộ cho Sở Tài chính", "moi"),
        ("tạm dừng nhắc việc", "tamdung"),
        ("gia hạn chung đến 12/5", "giahanchung"),
        ("sửa hạn báo cáo sơ kết thành 15/5", "sua"),
        ("sua nhom cac so", "sua"),
        ("thay đầu mối Sở Tài chính", "sua"),
        ("em nộp rồi", None),
        ("mọi người nộp chưa", None),
        ("còn nợ gì", None),
        ("tiếp tục theo dõi giúp em", None),
    ],
)
def test_plain_words(said: str, command: str | None) -> None:
    assert plain_command(said) == command
