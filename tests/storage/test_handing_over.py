"""A contact goes over by a code: the predecessor's role ends when it is used, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session

from storage import hand_overs, invites, journal, people
from storage.tables import Chat, RoleKind
from tests.storage.conftest import GIA_LAI, NOW, Office, join

UNIT = "21607"
HOUR = timedelta(hours=1)


def roles(session: Session, chat: Chat) -> list[tuple[str, RoleKind]]:
    assert chat.person_id is not None
    return [(role.unit, role.kind) for role in people.roles_of(session, chat.person_id)]


def handed_over(session: Session, chat: Chat) -> str:
    assert chat.person_id is not None
    return invites.make_hand_over(session, GIA_LAI, UNIT, RoleKind.OFFICER, chat.person_id, NOW)


def test_the_predecessor_s_role_ends(session: Session, office: Office) -> None:
    join(session, "Em Thu", "so-noi-vu", RoleKind.LEADER)
    code = handed_over(session, office.em)
    newcomer = people.chat_of(session, "zalo", "", "Moi Thu")
    role = invites.accept(session, newcomer, "Moi Thu", code, NOW + HOUR)
    assert (role.unit, role.kind) == (UNIT, RoleKind.OFFICER)  # type: ignore[union-attr]
    assert roles(session, newcomer) == [(UNIT, RoleKind.OFFICER)]
    assert roles(session, office.em) == [("so-noi-vu", RoleKind.LEADER)]
    assert invites.handed_over_by(session, code, NOW + HOUR) == office.em.person_id
    acts = [(one.act, one.detail.get("other")) for one in journal.entries(session, GIA_LAI, UNIT)]
    assert ("took-over", office.em.person_id) in acts


def test_a_colleague_who_has_the_role_already_takes_over(session: Session, office: Office) -> None:
    colleague = join(session, "Moi Thu", UNIT)
    invites.accept(session, colleague, "Moi Thu", handed_over(session, office.em), NOW + HOUR)
    assert roles(session, office.em) == []
    assert roles(session, colleague) == [(UNIT, RoleKind.OFFICER)]


def test_not_to_oneself(session: Session, office: Office) -> None:
    code = handed_over(session, office.em)
    with pytest.raises(invites.OwnCode):
        invites.accept(session, office.em, "Em Thu", code, NOW)
    assert roles(session, office.em) == [(UNIT, RoleKind.OFFICER)]
    newcomer = people.chat_of(session, "zalo", "", "Moi Thu")
    invites.accept(session, newcomer, "Moi Thu", code, NOW)  # the code is still good


def test_sent_again_it_tells_nobody_again(session: Session, office: Office) -> None:
    code = handed_over(session, office.em)
    newcomer = people.chat_of(session, "zalo", "", "Moi Thu")
    invites.accept(session, newcomer, "Moi Thu", code, NOW)
    invites.accept(session, newcomer, "Moi Thu", code, NOW + HOUR)
    assert invites.handed_over_by(session, code, NOW + HOUR) is None


@pytest.mark.parametrize("again", [True, False], ids=["a second code", "taken back"])
def test_a_code_that_works_no_more(session: Session, office: Office, again: bool) -> None:
    code = handed_over(session, office.em)
    if again:
        handed_over(session, office.em)
    else:
        assert hand_overs.void(session, office.em.person_id or 0, GIA_LAI, UNIT) == 1
    with pytest.raises(invites.ExpiredCode):
        invites.accept(session, people.chat_of(session, "zalo", "", "Moi Thu"), "Moi Thu", code, NOW)


def test_who_has_left_meanwhile_hands_nothing_over(session: Session, office: Office) -> None:
    code = handed_over(session, office.em)
    people.roles_of(session, office.em.person_id or 0)[0].ended_at = NOW
    session.flush()
    newcomer = people.chat_of(session, "zalo", "", "Moi Thu")
    invites.accept(session, newcomer, "Moi Thu", code, NOW + HOUR)
    assert roles(session, newcomer) == [(UNIT, RoleKind.OFFICER)]
    assert "took-over" not in [one.act for one in journal.entries(session, GIA_LAI, UNIT)]
