"""Long messages cut into parts."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.splitting import length, plain, split

CASES = [
    pytest.param("Kính gửi", 20, ["Kính gửi"], id="short enough"),
    pytest.param("", 20, [], id="nothing"),
    pytest.param(" \n\n ", 20, [], id="white space only"),
    pytest.param("một hai\n\nba bốn\n\nnăm", 16, ["một hai\n\nba bốn", "năm"], id="last paragraph end that fits"),
    pytest.param("một hai\nba bốn\nnăm sáu", 16, ["một hai\nba bốn", "năm sáu"], id="line end"),
    pytest.param(
        "một hai.\n\nba\nbốn năm sáu bảy", 14, ["một hai.", "ba", "bốn năm sáu", "bảy"], id="paragraph before line"
    ),
    pytest.param("Đã nhận. Xin cảm ơn các anh", 15, ["Đã nhận.", "Xin cảm ơn các", "anh"], id="sentence end"),
    pytest.param("báo cáo sơ kết", 9, ["báo cáo", "sơ kết"], id="word end"),
    pytest.param("báo cáo sơ kết", 7, ["báo cáo", "sơ kết"], id="word ends exactly where the part is full"),
    pytest.param("mười\n\nhai", 4, ["mười", "hai"], id="paragraph ends exactly where the part is full"),
    pytest.param("abcdefgh", 3, ["abc", "def", "gh"], id="one endless word"),
    pytest.param("<b>một hai</b>", 3, ["<b>một</b>", "<b>hai</b>"], id="tags closed and opened again"),
    pytest.param(
        '<a href="https://example.vn/?a=1&amp;b=2">một <i>hai</i></a>',
        3,
        [
            '<a href="https://example.vn/?a=1&amp;b=2">một</a>',
            '<a href="https://example.vn/?a=1&amp;b=2"><i>hai</i></a>',
        ],
        id="attributes come along",
    ),
    pytest.param("<b>một</b>\n\n<i>hai</i>", 4, ["<b>một</b>", "<i>hai</i>"], id="no empty tags beside the cut"),
    pytest.param("a&lt;b&amp;c", 2, ["a&lt;", "b&amp;", "c"], id="an entity is one character"),
    pytest.param("&#128203;&#128203;", 2, ["&#128203;", "&#128203;"], id="beyond the basic plane counts two"),
    pytest.param("toa\u0301n", 3, ["to", "a\u0301n"], id="a letter keeps its tone mark"),
    pytest.param("a < b & c", 5, ["a < b", "& c"], id="stray signs are letters"),
    pytest.param("<b>một hai", 3, ["<b>một</b>", "<b>hai</b>"], id="an unclosed tag is closed"),
    pytest.param("một</b> hai", 3, ["một", "hai"], id="a stray end is dropped"),
]


@pytest.mark.parametrize(("text", "longest", "parts"), CASES)
def test_cases(text: str, longest: int, parts: list[str]) -> None:
    assert split(text, longest) == parts


def test_room_for_one_unit_is_not_enough() -> None:
    with pytest.raises(ValueError, match="two"):
        split("a", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("đã nộp", 6), ("<b>đã</b> &amp; nộp", 8), ("\U0001f4cb", 2), ('<a href="x&gt;y">z</a>', 1), ("&nbsp;", 6)],
)
def test_length_is_counted_after_parsing(text: str, expected: int) -> None:
    assert length(text) == expected


class Reader(HTMLParser):
    """An independent reader: every letter with the tags around it, and a complaint about what does not balance."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.letters: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop().startswith(f"<{tag}")

    def handle_data(self, data: str) -> None:
        self.letters += [(letter, tuple(self.open)) for letter in data]


def read(part: str) -> list[tuple[str, tuple[str, ...]]]:
    reader = Reader()
    reader.feed(part)
    reader.close()
    assert not reader.open
    return reader.letters


def seen(letters: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    return [letter for letter in letters if not letter[0].isspace()]


words = st.text(alphabet="aăđờễ&<>\"'. \n\u0301\U0001f4cb", max_size=40).map(lambda text: html.escape(text))
openings = st.sampled_from(
    ["<b>", "<i>", '<a href="https://example.vn/a?b=1&amp;c=2">', "<pre>", '<code class="language-vi">']
)


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pieces = st.lists(inner, max_size=4).map("".join)
    return st.builds(lambda tag, text: f"{tag}{text}</{tag[1:-1].split()[0]}>", openings, pieces)


messages = st.lists(st.recursive(words, wrapped, max_leaves=8), max_size=5).map("".join)


@settings(max_examples=300, deadline=None)
@given(messages, st.integers(min_value=2, max_value=60))
def test_parts_keep_every_letter_with_its_markup_and_fit(message: str, longest: int) -> None:
    parts = split(message, longest)

    letters = [read(part) for part in parts]
    assert [letter for part in letters for letter in seen(part)] == seen(read(message))
    assert all(len("".join(shown for shown, _ in part).encode("utf-16-le")) // 2 <= longest for part in letters)
    assert all(seen(part) for part in letters)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab<>/&;#\"' \n1xlt", max_size=60), st.integers(min_value=2, max_value=20))
def test_no_text_at_all_breaks_it(text: str, longest: int) -> None:
    assert all(length(part) <= longest for part in split(text, longest))


def test_words_are_never_glued_or_lost_in_a_real_report() -> None:
    paragraphs = [f"<b>{n}. UBND xã số {n}</b>\nBáo cáo sơ kết – hạn trước ngày 07/5/2026; còn nợ." for n in range(400)]
    parts = split("\n\n".join(paragraphs), 4096)

    assert [word for part in parts for word in part.split()] == "\n\n".join(paragraphs).split()
    assert all(part.startswith("<b>") and part.endswith("còn nợ.") for part in parts)
    assert len(parts) < len("\n\n".join(paragraphs)) / 3500


def test_without_markup() -> None:
    assert plain('<b>Báo cáo</b> &lt;2&gt; &amp; <a href="x">phụ lục</a> &#273;') == "Báo cáo <2> & phụ lục đ"
