"""How printed lists of bodies are cut, and where a name ends in a sentence."""

from __future__ import annotations

import pytest

from schedules.drafting.words.bodies import bodies, is_body, is_generic
from schedules.drafting.words.names import named_at

LISTS = {
    "Các sở, ban, ngành tỉnh; Ủy ban nhân dân các xã, phường": (
        "Các sở, ban, ngành tỉnh",
        "Ủy ban nhân dân các xã, phường",
    ),
    "Sở Nội vụ, Sở Tài chính và Sở Tư pháp": ("Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp"),
    "các sở, ban, ngành": ("các sở, ban, ngành",),
    "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính": ("Sở Y tế",),
    "các Sở: Nội vụ, Tài chính, Giáo dục và Đào tạo": ("Sở Nội vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo"),
    "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường": ("các sở, ban, ngành", "UBND các xã, phường"),
    "Văn phòng HĐND và UBND xã": ("Văn phòng HĐND và UBND xã",),
    "Sở Văn hóa, Thể thao và Du lịch, Sở Khoa học và Công nghệ": (
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Khoa học và Công nghệ",
    ),
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội": (
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "các tổ chức chính trị - xã hội",
    ),
    "Bộ trưởng các Bộ: Xây dựng, Nông nghiệp và Môi trường; Chủ tịch UBND các tỉnh": (
        "Bộ Xây dựng",
        "Bộ Nông nghiệp và Môi trường",
        "UBND các tỉnh",
    ),
    "Các trường mầm non, tiểu học, THCS và cơ sở giáo dục nghề nghiệp trên địa bàn": (
        "Các trường mầm non, tiểu học, THCS và cơ sở giáo dục nghề nghiệp trên địa bàn",
    ),
    "Thủ trưởng cơ quan chuyên môn thuộc UBND phường, Hiệu trưởng các trường THPT": (
        "cơ quan chuyên môn thuộc UBND phường",
        "các trường THPT",
    ),
    "Hội Liên hiệp Phụ nữ phường và Hội Cựu chiến binh phường": (
        "Hội Liên hiệp Phụ nữ phường",
        "Hội Cựu chiến binh phường",
    ),
    "Các Phòng, Trung tâm, cơ quan, đơn vị thuộc UBND xã": ("Các Phòng, Trung tâm, cơ quan, đơn vị thuộc UBND xã",),
}


@pytest.mark.parametrize("text", LISTS)
def test_lists(text: str) -> None:
    assert bodies(text) == LISTS[text]


NAMES = {
    "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính": "Sở Nội vụ",
    "các cơ quan, đơn vị, địa phương báo cáo": "các cơ quan, đơn vị, địa phương",
    "Phòng Văn hóa - Xã hội tổng hợp": "Phòng Văn hóa - Xã hội",
    "Trung tâm Phục vụ hành chính công tỉnh rà soát": "Trung tâm Phục vụ hành chính công tỉnh",
    "UBND tỉnh (qua Sở Nội vụ) trước": "UBND tỉnh",
    "Phòng Quản lý công trình báo cáo kết quả": "Phòng Quản lý công trình",
    "Phòng Kế hoạch tổng hợp ban hành quy trình": "Phòng Kế hoạch tổng hợp",
    "Khoa Phòng, chống bệnh truyền nhiễm giám sát": "Khoa Phòng, chống bệnh truyền nhiễm",
    "Chi cục Trồng trọt và Bảo vệ thực vật tổng hợp": "Chi cục Trồng trọt và Bảo vệ thực vật",
    "Văn phòng Đăng ký đất đai hoàn thành": "Văn phòng Đăng ký đất đai",
    "các chi bộ, đảng bộ bộ phận gửi về": "các chi bộ, đảng bộ bộ phận",
    "Cụm trưởng các cụm hồ chứa: trong mùa lũ": "Cụm trưởng các cụm hồ chứa",
    "Liên minh Hợp tác xã tỉnh tổ chức diễn đàn": "Liên minh Hợp tác xã tỉnh",
    "Trạm Y tế phường Tân Hòa niêm yết": "Trạm Y tế phường Tân Hòa",
    "Phòng Công nghệ thông tin thuê đơn vị tư vấn": "Phòng Công nghệ thông tin",
    "UBND tỉnh thông tin về kết quả": "UBND tỉnh",
    "Ủy ban nhân dân tỉnh phương án, kinh phí": "Ủy ban nhân dân tỉnh",
    "Ủy ban nhân dân tỉnh cấp kinh phí": "Ủy ban nhân dân tỉnh",
    "Giám đốc phê duyệt danh mục": "Giám đốc",
    "Thủ tướng Chính phủ trước ngày 25/7": "Thủ tướng Chính phủ",
    "Phòng Kiểm tra, giải quyết khiếu nại, tố cáo gửi": "Phòng Kiểm tra, giải quyết khiếu nại, tố cáo",
    "Phòng Quản lý, hỗ trợ doanh nghiệp số 2 muộn nhất": "Phòng Quản lý, hỗ trợ doanh nghiệp số 2",
    "Phòng Vật tư và Khai thác: bố trí": "Phòng Vật tư và Khai thác",
    "Trung tâm Văn hóa, Thông tin và Thể thao xã tuyên truyền": "Trung tâm Văn hóa, Thông tin và Thể thao xã",
    "Ban Quản lý công trình dân dụng và công nghiệp tỉnh lập": "Ban Quản lý công trình dân dụng và công nghiệp tỉnh",
    "UBND các xã: Tân Thử, An Thử báo cáo": "UBND các xã: Tân Thử, An Thử",
    "UBND các xã biên giới: Tân Thử, An Thử di dời": "UBND các xã biên giới: Tân Thử, An Thử",
    "Trưởng các thôn Tân Thử, An Thử và Long Thử lập": "Trưởng các thôn Tân Thử, An Thử và Long Thử",
    "Tổ trưởng tổ dân phố số 1, số 2 và số 5 báo cáo": "Tổ trưởng tổ dân phố số 1, số 2 và số 5",
    "Các cơ quan, đơn vị được kiểm tra xây dựng báo cáo": "Các cơ quan, đơn vị được kiểm tra",
    "Các đơn vị không thuộc danh sách tại Mục II gửi": "Các đơn vị không thuộc danh sách tại Mục II",
    "Đơn vị có tồn tại, hạn chế phải khắc phục": "Đơn vị có tồn tại, hạn chế",
    "Trưởng Đoàn kiểm tra ký thông báo": "Trưởng Đoàn kiểm tra",
    "thôn nào còn hộ khiếu nại thì gửi": "thôn nào còn hộ khiếu nại",
    "Thư ký Hội đồng gửi tài liệu": "Thư ký Hội đồng",
    "mỗi ngành 01 bài": "mỗi ngành",
    "Công an tỉnh đấu tranh": "Công an tỉnh",
    "Sở Nội vụ nhận được": "Sở Nội vụ",
    "Đảng ủy các cơ quan đảng tỉnh quán triệt": "Đảng ủy các cơ quan đảng tỉnh",
    "Trung tâm Phục vụ hành chính công xã số hóa": "Trung tâm Phục vụ hành chính công xã",
    "Vụ Đông Xuân 2025 - 2026": None,
    "Báo cáo kết quả": None,
    "Tổ chức thực hiện": None,
    "Ban hành kế hoạch": None,
    "các báo cáo": None,
}


@pytest.mark.parametrize("text", NAMES)
def test_a_name_ends_before_its_verb(text: str) -> None:
    found = named_at(text)
    assert (found.text if found else None) == NAMES[text]


def test_whole_headings() -> None:
    assert is_body("2. Sở Nội vụ"[3:])
    assert not is_body("Mục đích, yêu cầu")


def test_what_only_points_to_those_addressed() -> None:
    assert is_generic("các cơ quan, đơn vị, địa phương")
    assert not is_generic("Các đơn vị trực thuộc Sở")
