"""Found groups, move them, throw the bot out."""

from __future__ import annotations

from aiohttp import web

from simulator import acts
from simulator.control.asking import WORLD, Asked, WrongRequest, asked, bot_named, find_person, group_of, told
from simulator.control.views import group_view
from simulator.people import Bot, Group, Person
from simulator.world import World


async def create(request: web.Request) -> web.Response:
    """POST /sim/groups {"title", "members": [ids], "kind"?, "id"?, "bots"?: [usernames]}.

    Without ``bots`` all of the first bot's platform are in it.
    """
    world, given = request.app[WORLD], await asked(request)
    title = given.text("title")
    members = [find_person(world, id) for id in given.wholes("members")]
    if not title or not members:
        raise WrongRequest("title and at least one member are needed")
    bots = _bots(world, given)
    try:
        group = world.add_group(title, supergroup=given.text("kind") == "supergroup", id=given.whole("id"))
    except ValueError as taken:
        raise WrongRequest(str(taken)) from taken
    acts.join(world, group, members[0], members, bots)
    return told(group_view(world, group), status=201)


def _bots(world: World, given: Asked) -> list[Bot]:
    named = given.raw.get("bots")
    if named is None:
        return world.bots_of(world.bots[0].platform)
    if not isinstance(named, list):
        raise WrongRequest("bots must be a list of usernames")
    return _on_one_platform([bot_named(world, str(username)) for username in named])


def _on_one_platform(bots: list[Bot]) -> list[Bot]:
    if len({bot.platform for bot in bots}) > 1:
        raise WrongRequest("a group is on one platform")
    return bots


async def listing(request: web.Request) -> web.Response:
    """GET /sim/groups."""
    world = request.app[WORLD]
    return told({"groups": [group_view(world, group) for group in world.groups.values()]})


async def change_members(request: web.Request) -> web.Response:
    """POST /sim/groups/{id}/members {"add": [ids], "remove": [ids]}."""
    world, group, given = request.app[WORLD], group_of(request), await asked(request)
    added = [find_person(world, id) for id in given.wholes("add")]
    removed = [find_person(world, id) for id in given.wholes("remove")]
    if added:
        acts.join(world, group, added[0], added, [])
    for person in removed:
        acts.leave(world, group, person)
    return told(group_view(world, group))


async def kick(request: web.Request) -> web.Response:
    """POST /sim/groups/{id}/kick {"bot"?, "by"?}: throw the bot out."""
    world, group, given = request.app[WORLD], group_of(request), await asked(request)
    update = acts.kick(world, group, _doer(world, group, given), bot_named(world, given.text("bot")))
    return told({"update_id": update})


async def invite(request: web.Request) -> web.Response:
    """POST /sim/groups/{id}/invite {"bot"?, "by"?}: let the bot in, for the first time or again."""
    world, group, given = request.app[WORLD], group_of(request), await asked(request)
    bot = bot_named(world, given.text("bot"))
    _on_one_platform([bot, *(each for each in world.bots if each.id in group.bots)])
    acts.join(world, group, _doer(world, group, given), [], [bot])
    return told(group_view(world, group))


async def migrate(request: web.Request) -> web.Response:
    """POST /sim/groups/{id}/migrate {"by"?}: returns the supergroup, which has another id."""
    world, group, given = request.app[WORLD], group_of(request), await asked(request)
    return told(group_view(world, acts.migrate(world, group, _doer(world, group, given))))


async def close(request: web.Request) -> web.Response:
    """POST /sim/groups/{id}/close: the group is deleted."""
    group = group_of(request)
    group.closed = True
    return told(group_view(request.app[WORLD], group))


def _doer(world: World, group: Group, given: Asked) -> Person:
    by = given.whole("by")
    if by is not None:
        return find_person(world, by)
    if not group.members:
        raise WrongRequest("nobody is left in the group")
    return world.people[min(group.members)]
