"""The HTML that Telegram reads: plain text, marks in UTF-16 units, and refusals with byte offsets."""

from __future__ import annotations

import pytest

from simulator.marks import commands, render, trim
from simulator.telegram.html import parse_html
from simulator.telegram.refusals import Refusal

READ = {
    "plain": ("Hạn nộp", "Hạn nộp", []),
    "bold": ("<b>Hạn</b> nộp", "Hạn nộp", [("bold", 0, 3)]),
    "nested": ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    "capitals and space": ("<B >a</b >", "a", [("bold", 0, 1)]),
    "synonyms": (
        "<strong>a</strong><em>b</em><ins>c</ins><del>d</del><u>e</u><s>f</s>",
        "abcdef",
        [
            ("bold", 0, 1),
            ("italic", 1, 1),
            ("underline", 2, 1),
            ("strikethrough", 3, 1),
            ("underline", 4, 1),
            ("strikethrough", 5, 1),
        ],
    ),
    "four named entities": ("&lt;&gt;&amp;&quot;", '<>&"', []),
    "numbers": ("&#65;&#x1EC7;&#7879", "Aệệ", []),
    "unknown entities stay": ("&nbsp;&copy; & &Or;", "&nbsp;&copy; & &Or;", []),
    "numbers out of range stay": ("&#0;&#12345678;", "&#0;&#12345678;", []),
    "units after a wide letter": ("𝒜<b>b</b>", "𝒜b", [("bold", 2, 1)]),
    "empty mark": ("a<b></b>", "a", []),
    "end tag without a name": ("<b>a</>", "a", [("bold", 0, 1)]),
    "spoilers": (
        '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
        "ab",
        [("spoiler", 0, 1), ("spoiler", 1, 1)],
    ),
    "quotes": (
        "<blockquote>a</blockquote><blockquote expandable>b</blockquote>",
        "ab",
        [("blockquote", 0, 1), ("expandable_blockquote", 1, 1)],
    ),
    "code": ("<pre><code>a</code></pre>", "a", [("code", 0, 1), ("pre", 0, 1)]),
}


@pytest.mark.parametrize(("html", "text", "marks"), READ.values(), ids=READ.keys())
def test_html_is_read(html: str, text: str, marks: list[tuple[str, int, int]]) -> None:
    read, found = parse_html(html)
    assert read == text
    assert [(mark["type"], mark["offset"], mark["length"]) for mark in found] == marks


@pytest.mark.parametrize(
    ("html", "url"),
    [
        pytest.param('<a href="https://example.org/?a=1&amp;b=2">x</a>', "https://example.org/?a=1&b=2", id="decoded"),
        pytest.param("<a href='tg://user?id=1'>x</a>", "tg://user?id=1", id="telegram's own"),
        pytest.param('<a href="example.org">x</a>', "http://example.org", id="without a scheme"),
        pytest.param("<a>https://example.org</a>", "https://example.org", id="the text is the link"),
        pytest.param('<a href="javascript:alert(1)">x</a>', None, id="other kinds are plain text"),
    ],
)
def test_links(html: str, url: str | None) -> None:
    assert [mark["url"] for mark in parse_html(html)[1]] == ([url] if url else [])


REFUSED = {
    "unknown tag": ("Hạn <p>a</p>", 'Unsupported start tag "p" at byte offset 6'),
    "self-closed": ("a<br/>", 'Unsupported start tag "br/" at byte offset 1'),
    "less-than sign": ("3 < 5 ngày", 'Unsupported start tag "" at byte offset 2'),
    "tag cut off": ("ệ<b", "Unclosed start tag at byte offset 3"),
    "attribute cut off": ('<a href="x', "Unclosed start tag at byte offset 0"),
    "never closed": ("<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'),
    "crossed": ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    "nothing to close": ("a</b>", "Unexpected end tag at byte offset 1"),
    "end tag cut off": ("<b>a</b", "Unclosed end tag at byte offset 4"),
    "span of another class": ('<span class="red">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    "attribute without value": (
        "<a href>x</a>",
        'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
    ),
    "attribute without name": ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    "bare value": ("<a href=http://x>x</a>", "Unexpected end of name token at byte offset 8"),
}


@pytest.mark.parametrize(("html", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_html_is_refused(html: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    "html",
    [
        "<b>a<i>b</i></b>c",
        "𝒜<u>ệ &lt; b</u>",
        '<a href="https://example.org/?a=1&amp;b=2">x</a>',
        "<blockquote>a<b>b</b></blockquote>",
    ],
)
def test_what_was_read_is_shown_the_same(html: str) -> None:
    assert render(*parse_html(html)) == html


def test_overlapping_marks_are_shown_well_formed_and_escaped() -> None:
    marks = [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}]
    assert render("<b>", marks) == "<b>&lt;<i>b</i></b>&gt;"


def test_marks_move_when_white_space_is_cut() -> None:
    assert trim(*parse_html("\n <b> a </b> ")) == ("a", [{"type": "bold", "offset": 0, "length": 1}])


def test_commands_are_marked_where_a_phone_would() -> None:
    assert commands("/nop 45/BC và /viec@nhacviec_bot") == [
        {"type": "bot_command", "offset": 0, "length": 4},
        {"type": "bot_command", "offset": 14, "length": 18},
    ]
