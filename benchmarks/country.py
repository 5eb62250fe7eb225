"""Make a country: 34 provinces, 3,321 communes and 476 departments, each owing the tasks of its province's plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.drafts import known_communes

DEPARTMENTS = 14  # each; 34 × 14 = 476
KINDS = ("report", "hold", "report", "submit_up")


def make(folder: Path, tasks: int = 4) -> Path:
    """Write the plans of a made country into a folder.

    Parameters:
        tasks: of each province's plan; its deadlines are spread over May 2026.

    Returns:
        The path of its plans.yaml.
    """
    provinces = known_communes.provinces()
    for province in provinces:
        own = folder / province["slug"]
        own.mkdir(parents=True)
        (own / "organisation.yaml").write_text("\n".join(_organisation(province, tasks)), "utf-8")
        (own / "communes.yaml").write_text("\n".join(_roster(province)), "utf-8")
    top = folder / "plans.yaml"
    includes = "\n".join(f"  - include: {province['slug']}/organisation.yaml" for province in provinces)
    top.write_text(f"version: 1\norganisations:\n{includes}\n", "utf-8")
    return top


def _roster(province: known_communes.Province) -> Iterator[str]:
    for row in province["communes"]:
        yield f"- {{code: '{row['code']}', name: {row['name']}, kind: {row['kind']}}}"


def _organisation(province: known_communes.Province, tasks: int) -> Iterator[str]:
    departments = [f"so-{number:02}" for number in range(1, DEPARTMENTS + 1)]
    yield f"id: {province['slug']}"
    yield f"name: Ủy ban nhân dân {province['name']}"
    yield "standing_office: so-01"
    yield "units:"
    yield from (f"  - {{id: {one}, name: Sở thử số {one[3:]}}}" for one in departments)
    yield "groups:"
    yield f"  - {{id: so-nganh, name: Các sở của tỉnh, members: [{', '.join(departments)}]}}"
    yield "  - {id: xa-phuong, name: UBND các xã, body: UBND, roster: {include: communes.yaml}}"
    yield "plans:"
    yield "  - id: ke-hoach"
    yield "    title: Kế hoạch thử của cả nước"
    yield f"    issuer: Ủy ban nhân dân {province['name']}"
    yield "    number: 1/KH-UBND"
    yield "    issued_on: '2026-04-16'"
    yield "    tasks:"
    for number in range(tasks):
        yield f"      - id: viec-{number:02}"
        yield f"        title: Việc thử số {number}"
        yield f"        kind: {KINDS[number % len(KINDS)]}"
        yield "        units: [so-nganh, xa-phuong]"
        yield "        send_to: Ủy ban nhân dân tỉnh"
        yield f"        deadline: trước ngày {4 + number % 25:02}/5/2026"
