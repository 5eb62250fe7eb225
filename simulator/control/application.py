"""The routes of the control API."""

from __future__ import annotations

from aiohttp import web

from simulator.control import groups, people, phones, rules, workings
from simulator.control.asking import WORLD, answer_troubles
from simulator.world import World

_LARGEST_BODY = 64 * 1024 * 1024


def control_application(world: World) -> web.Application:
    """Return the application that is mounted at /sim."""
    application = web.Application(middlewares=[answer_troubles], client_max_size=_LARGEST_BODY)
    application[WORLD] = world
    application.add_routes(
        [
            web.post("/people", people.create),
            web.get("/people", people.listing),
            web.get("/people/{person}", people.one),
            web.get("/people/{person}/phone", phones.person_phone),
            web.post("/people/{person}/say", people.say),
            web.post("/people/{person}/press", people.press),
            web.post("/people/{person}/document", people.hand_over),
            web.post("/people/{person}/photo", people.hand_over),
            web.post("/people/{person}/event", people.event),
            web.post("/people/{person}/block", people.block),
            web.post("/people/{person}/unblock", people.unblock),
            web.post("/people/{person}/deactivate", people.deactivate),
            web.post("/groups", groups.create),
            web.get("/groups", groups.listing),
            web.get("/groups/{group}/phone", phones.group_phone),
            web.post("/groups/{group}/members", groups.change_members),
            web.post("/groups/{group}/kick", groups.kick),
            web.post("/groups/{group}/invite", groups.invite),
            web.post("/groups/{group}/migrate", groups.migrate),
            web.post("/groups/{group}/close", groups.close),
            web.get("/bots", workings.bots),
            web.get("/counts", workings.counts),
            web.get("/log", workings.log),
            web.get("/messages", workings.messages),
            web.get("/files/{file}", workings.file),
            web.post("/faults", workings.order_faults),
            web.get("/faults", workings.faults),
            web.delete("/faults", workings.drop_faults),
            web.get("/limits", rules.limits),
            web.post("/limits", rules.limits),
            web.get("/zalo", rules.zalo),
            web.post("/zalo", rules.zalo),
            web.get("/commands", workings.commands),
            web.post("/clock", rules.clock),
            web.post("/reset", workings.reset),
        ]
    )
    return application
