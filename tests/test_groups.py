"""A group's life with the bot in it: linked, moved to a supergroup, the bot thrown out; over a simulated Telegram."""

from __future__ import annotations

from sqlmodel import col, select

from bot.house import House
from simulator import acts
from simulator.people import Group, Person
from storage.database import reading
from storage.tables import Chat, GroupLink, JournalEntry
from tests.phones import Phones, later, put, settled, until
from tests.small_plans import at

BUNDLE = {"what": "group-ended", "organisation": "tinh-thu", "unit": "so-hai", "coordinators": False, "why": "removed"}


def found(phones: Phones, *members: Person) -> Group:
    group = phones.world.add_group("Nhóm Sở Hai")
    acts.join(phones.world, group, members[0], list(members), [phones.nhacviec])
    return group


def links(house: House) -> dict[str, str]:
    """Return whose group each linked chat is, by its address."""
    with reading(house.engine) as session:
        found = session.exec(select(Chat.address, GroupLink.unit).join(GroupLink, col(GroupLink.chat_id) == Chat.id))
        return dict(found.all())


def acts_of(house: House) -> list[str]:
    with reading(house.engine) as session:
        wanted = select(JournalEntry.act).where(col(JournalEntry.act).startswith("group-"))
        return list(session.exec(wanted.order_by(col(JournalEntry.id))))


async def linked(phones: Phones, house: House, group: Group, by: Person) -> None:
    acts.say(phones.world, by, "/lienket@nhacviec_bot", bot=phones.nhacviec, group=group)
    await until(lambda: links(house) == {str(group.id): "so-hai"})
    await until(lambda: len(phones.read(group.id)) == 1)


async def reminded(house: House, moment: str) -> None:
    house.clock.jump(at(moment))
    await house.rounds.run()
    house.deliverer.work.set()
    await until(lambda: settled(house))


async def test_reminders_follow_a_group_to_its_supergroup(phones: Phones) -> None:
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        group = found(phones, officer)
        await linked(phones, house, group, officer)
        acts.say(phones.world, officer, "/viec", bot=phones.nhacviec, group=group)
        await until(lambda: len(phones.read(group.id)) == 2)
        moved = acts.migrate(phones.world, group, officer)
        await until(lambda: links(house) == {str(moved.id): "so-hai"})
        await reminded(house, "29/4 07:30")
        assert "Báo cáo thử" in phones.read(moved.id)[-1]
        assert len(phones.read(group.id)) == 2
        acts.say(phones.world, officer, "/viec", bot=phones.nhacviec, group=moved)
        await until(lambda: "Sở Hai" in phones.read(moved.id)[-1])
    assert acts_of(house) == ["group-linked"]


async def test_a_message_finds_the_supergroup_before_anybody_says_so(phones: Phones) -> None:
    """The update about the move is lost: the refusal of a message names the new address."""
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        group = found(phones, officer)
        await linked(phones, house, group, officer)
        ears, phones.nhacviec.ears = phones.nhacviec.ears, None
        moved = acts.migrate(phones.world, group, officer)
        phones.nhacviec.ears = ears
        house.clock.jump(at("29/4 07:30"))
        await house.rounds.run()
        house.deliverer.work.set()
        await until(lambda: phones.read(moved.id))
        assert links(house) == {str(moved.id): "so-hai"}
        assert "Báo cáo thử" in phones.read(moved.id)[-1]


async def test_a_bot_that_is_thrown_out_ends_the_link_and_tells_who_made_it(phones: Phones) -> None:
    officer, colleague = phones.officers(2)
    async with phones.bot() as house:
        await until(lambda: settled(house))
        group = found(phones, officer, colleague)
        await linked(phones, house, group, officer)
        acts.kick(phones.world, group, colleague, phones.nhacviec)
        await until(lambda: links(house) == {})
        later(house, seconds=1)
        await until(lambda: "đưa ra khỏi nhóm Telegram của Sở Hai" in phones.read(officer)[-1])
        assert "nhóm" not in phones.read(colleague)[-1]
        assert acts_of(house) == ["group-linked", "group-left"]
        await reminded(house, "29/4 07:30")
        assert len(phones.read(group.id)) == 1
        acts.join(phones.world, group, officer, [], [phones.nhacviec])  # back again, it is nobody's until it is linked
        acts.say(phones.world, officer, "/viec", bot=phones.nhacviec, group=group)
        acts.say(phones.world, officer, "/trogiup", bot=phones.nhacviec, group=group)
        await until(lambda: len(phones.read(group.id)) == 2)
        assert "chưa được liên kết" in phones.read(group.id)[-1]


async def test_a_notice_about_a_group_of_a_removed_organisation_is_not_told(phones: Phones) -> None:
    (officer,) = phones.officers(1)
    async with phones.bot() as house:
        await until(lambda: settled(house))
        said = len(phones.read(officer))
        put(house, str(officer.id), {**BUNDLE, "organisation": "khong-con", "at": at("22/4 08:00").isoformat()})
        await until(lambda: settled(house))
        assert len(phones.read(officer)) == said
