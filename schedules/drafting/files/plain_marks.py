"""Take the marks of Markdown and of HTML off a line, and remember what they said of it."""

from __future__ import annotations

import re

from schedules.drafting.files.assembling import Line

HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
NOTE_CALL = re.compile(r"<sup>\s*[\d*()]{1,5}\s*</sup>|\(\*{1,3}\)$|\[\^\d+\]|(?<=\w)[¹²³⁴⁵⁶⁷⁸⁹⁰]+|⁽[¹²³⁴⁵⁶⁷⁸⁹⁰]+⁾")
FOOTNOTE = re.compile(r"^\s*(?:<sup>\s*\d+\s*</sup>|\[\^\d+\]:|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*\S")
BREAK = re.compile(r"<br\s*/?>|</p>\s*<p>", re.IGNORECASE)
TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|p|span|center|div|font)\b[^<>]{0,80}>", re.IGNORECASE)
EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)")
GLUED = re.compile(r"(?<=\w)\*\*(?=[A-ZĐÀ-Ỹ]{2})")
ESCAPED = re.compile(r"\\([-+*_.#()\[\]|>])")
STRONG = re.compile(r"^(?:[-+*]\s+)?(?:\*\*|__|<b>|<strong>).*(?:\*\*|__|</b>|</strong>)[.:;]?$", re.DOTALL)
RULE = re.compile(r"^\s*(?:[-_*=~](?:\s*[-_*=~]){2,}|[_\-–—.…*]{3,})\s*$")


def bare(raw: str) -> Line:
    """Return a line (or a paragraph of lines) without marks, its white space folded."""
    heading = HEADING.match(raw)
    level, inner = (len(heading[1]), heading[2]) if heading else (0, raw.strip())
    strong = bool(STRONG.match(inner)) and len(re.findall(r"\*\*|__|</?b>|</?strong>", inner)) == 2
    return Line(plain(inner), level, strong)


def plain(raw: str) -> str:
    """Return a text without marks, its white space folded."""
    text = TAG.sub("", BREAK.sub(" ", NOTE_CALL.sub("", GLUED.sub(" ", raw))))
    star = "* " if re.match(r"\s*\*\s+\S", text) else ""
    text = EMPHASIS.sub("", text.lstrip()[len(star) :] if star else text)
    return star + " ".join(ESCAPED.sub(r"\1", text).split())


def cell(raw: str) -> str:
    """Return a cell's text; its own lines stay apart."""
    lines = (plain(line) for line in BREAK.sub("\n", raw).split("\n"))
    return "\n".join(line for line in lines if line)
