"""A file behind a link is kept once, and goes when its time is over."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from storage import kept_files
from tests.storage.conftest import NOW

PDF = "application/pdf"
ENDS = NOW + timedelta(hours=30)
MOMENT = timedelta(microseconds=1)


def test_a_kept_file_is_found_until_its_end(session: Session) -> None:
    assert kept_files.keep(session, "a", "Đề cương.pdf", PDF, b"\x00\xff", ENDS)
    found = kept_files.find(session, "a", ENDS - MOMENT)
    assert found is not None
    assert (found.name, found.media_type, found.content, found.expires_at) == ("Đề cương.pdf", PDF, b"\x00\xff", ENDS)
    assert kept_files.find(session, "a", ENDS) is None
    assert kept_files.find(session, "b", NOW) is None


def test_the_same_id_is_kept_once(session: Session) -> None:
    assert kept_files.keep(session, "a", "a.pdf", PDF, b"1", ENDS)
    assert not kept_files.keep(session, "a", "a.pdf", PDF, b"1", ENDS)


def test_what_has_ended_is_forgotten(session: Session) -> None:
    for id, ends in {"past": NOW - MOMENT, "now": NOW, "later": NOW + MOMENT}.items():
        kept_files.keep(session, id, "a.pdf", PDF, b"1", ends)
    assert kept_files.forget_before(session, NOW) == 2
    assert kept_files.find(session, "later", NOW) is not None
    assert kept_files.forget_before(session, NOW) == 0
