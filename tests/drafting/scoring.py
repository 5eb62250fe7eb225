"""Score what ``draft`` reads of a document against what people read in it.

``python -m tests.drafting.scoring [-v] [FOLDER]`` prints a line per document and one for all; without a folder it takes
every folder of tests/data/drafts. ``-v`` lists what is missing and what is false.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.drafts.json_form import as_json

DATA = Path(__file__).parent.parent / "data" / "drafts"
MEASURES = ("dates", "obligations", "units", "send_to", "via", "kind", "head")
SPELLED = (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("uỷ", "ủy"), ("mttq", "mặt trận tổ quốc"))
LEADING = re.compile(
    r"^(các|những|đề nghị|yêu cầu|giao|thủ trưởng|chủ tịch|giám đốc|lãnh đạo|người đứng đầu|hiệu trưởng"
    r"|bộ trưởng|cục trưởng|chi cục trưởng|trưởng ban (?=ban)|trưởng (?=các|phòng|khoa)|mỗi|tất cả)(?:\s+|(?<= ))(?=\w)"
)
Keys = Mapping[str, Any]


@dataclass
class Tally:
    """Count what was drafted, what was to be drafted, and what agrees; remember what does not."""

    right: int = 0
    drafted: int = 0
    wanted: int = 0
    missing: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def add(self, drafted: Iterable[Any], wanted: Iterable[Any], where: str = "") -> None:
        """Compare two collections as multisets."""
        ours, theirs = Counter(drafted), Counter(wanted)
        self.right += (ours & theirs).total()
        self.drafted += ours.total()
        self.wanted += theirs.total()
        self.missing += [f"{where}{one}" for one in (theirs - ours).elements()]
        self.false += [f"{where}{one}" for one in (ours - theirs).elements()]

    def include(self, other: Tally) -> None:
        """Add another document's counts."""
        self.right, self.drafted = self.right + other.right, self.drafted + other.drafted
        self.wanted += other.wanted

    @property
    def precision(self) -> float:
        return self.right / self.drafted if self.drafted else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


@dataclass
class Score:
    """How one document was read, or all of them."""

    name: str
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})
    false_deadlines: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    def include(self, other: Score) -> None:
        """Add another document's score."""
        for name, tally in self.tallies.items():
            tally.include(other.tallies[name])
        self.false_deadlines += other.false_deadlines
        self.questions += other.questions


def score(name: str, drafted: Keys, gold: Keys, named: Callable[[str], str] | None = None) -> Score:
    """Hold a draft to its gold.

    Parameters:
        named: what two printings of one body have in common; by default its words, spelled out, without case.
    """
    named = named or body
    found = Score(name, questions=list(drafted["questions"]))
    ours, theirs = list(drafted["obligations"]), list(gold.get("obligations") or [])
    # Days are scored as a set: a day that two obligations share is one day read.
    found.tallies["dates"].add(
        {key for one in ours if (key := when(one))}, {key for one in theirs if (key := when(one))}
    )
    for mine, wanted in pairs(ours, theirs, named):
        _compare(found, mine, wanted, named)
    head = gold.get("document") or {}
    for part in ("number", "date", "issuer", "title"):
        if part in head:
            _one(found.tallies["head"], drafted["document"][part], head[part], named, f"{part}: ")
    wanted_days = {day for one in theirs for day in days(one)}  # "… có đến ngày D", and a report due before D
    forbidden = {str(day) for day in gold.get("not_deadlines") or ()} - wanted_days
    found.false_deadlines = [f"{one['phrase']}" for one in ours if forbidden & set(days(one))]
    return found


def when(one: Keys) -> tuple[str, str] | None:
    """Return what is scored of a deadline: its day with its boundary, or its rule; None without either."""
    if one.get("rrule_last_day"):
        return ("rrule", str(one["rrule_last_day"]))
    if one.get("last_day"):
        return (str(one["last_day"]), str(one.get("boundary") or "inclusive"))
    return None


def days(one: Keys) -> Iterator[str]:
    """Yield the last day of a deadline and the day that its phrase names."""
    if one.get("last_day"):
        yield str(one["last_day"])
        if one.get("boundary") == "exclusive":
            yield (date.fromisoformat(str(one["last_day"])) + timedelta(days=1)).isoformat()


def body(name: str) -> str:
    """Return a body's name as it is compared: spelled out, one case, without marks and without who heads it."""
    text = " ".join(re.sub(r"[^\w\s]", " ", unicodedata.normalize("NFC", name).casefold()).split())
    for short, full in SPELLED:
        text = text.replace(short, full)
    while (shorter := LEADING.sub("", text)) != text:
        text = shorter
    return text


def pairs(
    ours: Sequence[Keys], theirs: Sequence[Keys], named: Callable[[str], str]
) -> Iterator[tuple[Keys | None, Keys | None]]:
    """Pair each obligation with the one of the gold that has its deadline and most of its units; None: it has none."""
    left = list(ours)
    for wanted in theirs:
        alike = [one for one in left if (when(one) or one["type"]) == (when(wanted) or wanted.get("type"))]
        best = max(alike, key=lambda one: _alike(one, wanted, named), default=None)
        if best is not None:
            left.remove(best)
        yield best, wanted
    yield from ((one, None) for one in left)


def _alike(one: Keys, wanted: Keys, named: Callable[[str], str]) -> tuple[int, bool, bool]:
    ours, theirs = _named(one, named), _named(wanted, named)
    return (
        len(ours & theirs) - len(ours ^ theirs),
        one["kind"] == wanted.get("kind"),
        one["send_to"] == wanted.get("send_to"),
    )


def _compare(found: Score, mine: Keys | None, wanted: Keys | None, named: Callable[[str], str]) -> None:
    told = f"{(mine or wanted or {}).get('phrase') or (wanted or {}).get('last_day')}: "
    if mine and wanted:
        wanted = {**wanted, "units": _said(mine, wanted, named)}
    label = [str((wanted or mine or {}).get("units"))]
    found.tallies["obligations"].add(label if mine else [], label if wanted else [], told)
    found.tallies["units"].add(_named(mine, named), _named(wanted, named), told)
    if mine and wanted:
        for part in ("send_to", "via"):
            _one(found.tallies[part], mine[part], wanted.get(part), named, told)
        if wanted.get("kind"):
            good = mine["kind"] in (wanted.get("kind_or") or ())  # a list that is sent: "report", or "other"
            found.tallies["kind"].add([mine["kind"]], [mine["kind"] if good else wanted["kind"]], told)


def _named(one: Keys | None, named: Callable[[str], str]) -> set[str]:
    return {named(unit) for unit in (one or {}).get("units") or ()}


def _said(mine: Keys, wanted: Keys, named: Callable[[str], str]) -> Sequence[str]:
    """Return the units of the gold, or those of its other good answers (``units_or``) that agree better."""
    answers = [wanted.get("units") or (), *(wanted.get("units_or") or ())]
    return max(answers, key=lambda units: len(_named(mine, named) & {named(unit) for unit in units}))


def _one(tally: Tally, ours: Any, theirs: Any, named: Callable[[str], str], where: str) -> None:
    tally.add([named(str(ours))] if ours else [], [named(str(theirs))] if theirs else [], where)


def read_document(path: Path, on: date | None = None) -> dict[str, Any]:
    """Draft one document as the command's JSON does; questions stay keys here."""
    from schedules.drafting.drafting import draft  # with it come the readers of files
    from schedules.drafting.files.opening import open_document

    found = draft(open_document(path), on)
    doubts = [*found.doubts, *(doubt for one in found.obligations for doubt in one.doubts)]
    return as_json(found, [f"{doubt.key} {dict(doubt.values)}" for doubt in doubts])


def examined(folder: Path) -> Iterator[Score]:
    """Score every document of a folder that has a gold beside it."""
    for path in sorted(folder.rglob("*.gold.yaml")):
        stem = path.name.removesuffix(".gold.yaml")
        document = next(file for file in sorted(path.parent.iterdir()) if file.stem == stem)
        gold = yaml.safe_load(path.read_text("utf-8"))
        yield score(document.name, read_document(document), gold)


def printed(scores: Iterable[Score], *, verbose: bool = False) -> Iterator[str]:
    """Yield the table: precision/recall in percent for each measure, then false deadlines and questions."""
    yield f"{'':34}" + "".join(f"{name:>13}" for name in MEASURES) + f"{'false':>7}{'asked':>7}"
    total = Score("all")
    for one in scores:
        yield _line(one)
        if verbose:
            yield from _mistakes(one)
        total.include(one)
    yield _line(total)


def _line(one: Score) -> str:
    figures = "".join(f"{_figures(one.tallies[name]):>13}" for name in MEASURES)
    return f"{one.name[:33]:34}{figures}{len(one.false_deadlines):>7}{len(one.questions):>7}"


def _figures(tally: Tally) -> str:
    return f"{tally.precision:.0%}/{tally.recall:.0%}" if tally.drafted or tally.wanted else "-"


def _mistakes(one: Score) -> Iterator[str]:
    for name, tally in one.tallies.items():
        yield from (f"    {name:12} missing  {told}" for told in tally.missing)
        yield from (f"    {name:12} false    {told}" for told in tally.false)
    yield from (f"    not a deadline       {told}" for told in one.false_deadlines)
    yield from (f"    asked                {told}" for told in one.questions)


def main(words: Sequence[str]) -> None:
    """Print the table of a folder, or of all of ours."""
    from tests.drafting.issued import issued

    folders = [Path(word) for word in words if not word.startswith("-")]
    scores = (one for folder in folders or [DATA] for one in examined(folder))
    every = [*scores] if folders else [*issued(), *scores]
    print("\n".join(printed(every, verbose="-v" in words)))


if __name__ == "__main__":
    main(sys.argv[1:])
