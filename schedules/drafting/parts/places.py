"""How a reader would cite where something stands: "mục III.2.a", "khoản 1 Điều 3", "Phụ lục 1, mục II", "trang 3"."""

from __future__ import annotations

from schedules.drafting.words.markers import ARTICLE, DASH, DECIMAL, LETTER, ROMAN


def cited(annex: str, marks: list[tuple[float, str]], page: int | None, number: int) -> str:
    """Return the citation of a place.

    Parameters:
        annex: the label of the annex that it stands in, "" in the document itself.
        marks: rank and label of the numbered statements above it, the outermost first; a label may be "".
        page, number: where the file puts it; used where no number is printed.
    """
    numbered = [(rank, label) for rank, label in marks if label and rank < DASH and label not in "-+*"]
    inside = _article(numbered) if any(rank == ARTICLE for rank, _ in numbered) else _section(numbered)
    if inside or annex:
        return ", ".join(filter(None, (annex, inside)))
    return f"trang {page}" if page else f"đoạn {number}"


def _section(numbered: list[tuple[float, str]]) -> str:
    path: list[str] = []
    for rank, label in numbered:
        if DECIMAL < rank < LETTER and path and path[-1].replace(".", "").isdigit():
            path[-1] = label  # "3.2" says already that it stands under "3"
        else:
            path.append(label)
    return f"mục {'.'.join(path)}" if path else ""


def _article(numbered: list[tuple[float, str]]) -> str:
    at = next(at for at, (rank, _) in enumerate(numbered) if rank == ARTICLE)
    said = [numbered[at][1]]
    for rank, label in numbered[at + 1 :]:
        said.insert(0, f"điểm {label}" if rank >= LETTER else f"khoản {label}" if rank > ROMAN else label)
    return " ".join(said)
