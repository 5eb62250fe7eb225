"""A number stands for one assignment, for ever."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlmodel import Session

from schedules.plan import AssignmentId
from storage import assignments
from storage.database import reading, unit_of_work

ONE = AssignmentId("gia-lai", "so-ket", "bao-cao", "21607")
MONTHLY = ONE._replace(period="2026-05")
OTHER = AssignmentId("lao-cai", "so-ket", "bao-cao", "02647")


def test_a_number_is_given_once_and_found_again(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        numbers = [assignments.number(session, id) for id in (ONE, MONTHLY, OTHER)]
    assert len(set(numbers)) == 3
    with unit_of_work(engine) as session:
        assert [assignments.number(session, id) for id in (ONE, MONTHLY, OTHER)] == numbers
    with reading(engine) as session:
        assert [assignments.named(session, number) for number in numbers] == [ONE, MONTHLY, OTHER]


def test_many_at_once_known_and_new_mixed(session: Session) -> None:
    first = assignments.number(session, ONE)
    numbers = assignments.numbers(session, [OTHER, ONE, MONTHLY, ONE])
    assert numbers.keys() == {ONE, MONTHLY, OTHER}
    assert numbers[ONE] == first
    assert assignments.named_many(session, [*numbers.values(), 999]) == {n: id for id, n in numbers.items()}


def test_unknown_numbers_and_assignments_are_nothing(engine: Engine) -> None:
    with reading(engine) as session:
        assert assignments.named(session, 12) is None
        assert assignments.known(session, [ONE]) == {}
        assert assignments.numbers(session, []) == {}


def test_more_than_sqlite_takes_as_parameters(session: Session) -> None:
    ids = [ONE._replace(unit=f"xã số {number}") for number in range(40_000)]
    numbers = assignments.numbers(session, ids)
    assert len(set(numbers.values())) == 40_000
    assert assignments.named_many(session, numbers.values())[numbers[ids[-1]]] == ids[-1]
