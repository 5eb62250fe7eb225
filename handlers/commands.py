"""Which handler answers a command: one table, and the other names that people give the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from handlers import deadlines, helping
from handlers.chases import chasing
from handlers.contacts import (
    contacts,
    forgetting,
    handing_over,
    inviting,
    joining,
    journal_pages,
    leaving,
    second_channel,
)
from handlers.extensions import extending, extending_all
from handlers.figures import excel_file, picture, status, summary_settings
from handlers.groups import group_links
from handlers.handing_in import for_whom, outstanding, receiving, seeing_evidence, undoing
from handlers.later import calendar_file, snoozing
from handlers.outlines import outline
from handlers.plan_edits import editing
from handlers.pushes import holding
from handlers.recordings import recording
from handlers.returns import accepting, returning
from handlers.vocabulary import Reply, Turn

Handler = Callable[[Turn], Reply]
COMMAND = re.compile(r"/(?P<word>\w+)(@\w+)?(\s+(?P<argument>.*))?", re.DOTALL)

COMMANDS: Mapping[str, Handler] = {
    "viec": outstanding.viec,
    "nop": for_whom.nop,
    "ghinhan": recording.ghinhan,
    "nhan": accepting.nhan,
    "tralai": returning.tralai,
    "rutlai": undoing.rutlai,
    "danhan": receiving.danhan,
    "minhchung": seeing_evidence.minhchung,
    "decuong": outline.decuong,
    "han": deadlines.han,
    "lich": calendar_file.lich,
    "nhaclai": snoozing.nhaclai,
    "giahan": extending.giahan,
    "giahanchung": extending_all.giahanchung,
    "tiendo": status.tiendo,
    "baocao": excel_file.baocao,
    "bang": picture.bang,
    "dondoc": chasing.dondoc,
    "tamdung": holding.tamdung,
    "tieptuc": holding.tieptuc,
    "tomtat": summary_settings.tomtat,
    "kenh": second_channel.kenh,
    "trogiup": helping.trogiup,
    "start": joining.start,
    "xoatoi": forgetting.xoatoi,
    "moi": inviting.moi,
    "bangiao": handing_over.bangiao,
    "nghi": leaving.nghi,
    "donvi": contacts.donvi,
    "nhatky": journal_pages.nhatky,
    "lienket": group_links.lienket,
    "huylienket": group_links.huylienket,
    "sua": editing.sua,
}
ALIASES: Mapping[str, str] = {
    "vieccuatoi": "viec",
    "tasks": "viec",
    "danop": "nop",
    "submit": "nop",
    "huyxacnhan": "rutlai",
    "undo": "rutlai",
    "record": "ghinhan",
    "accept": "nhan",
    "return": "tralai",
    "received": "danhan",
    "evidence": "minhchung",
    "outline": "decuong",
    "hannop": "han",
    "deadline": "han",
    "calendar": "lich",
    "ics": "lich",
    "snooze": "nhaclai",
    "remindlater": "nhaclai",
    "extension": "giahan",
    "xingiahan": "giahan",
    "extendall": "giahanchung",
    "tinhhinh": "tiendo",
    "status": "tiendo",
    "report": "baocao",
    "excel": "baocao",
    "picture": "bang",
    "anh": "bang",
    "nhac": "dondoc",
    "chase": "dondoc",
    "nudge": "dondoc",
    "hold": "tamdung",
    "pause": "tamdung",
    "resume": "tieptuc",
    "summary": "tomtat",
    "kenhnhac": "kenh",
    "channel": "kenh",
    "help": "trogiup",
    "forgetme": "xoatoi",
    "invite": "moi",
    "handover": "bangiao",
    "leave": "nghi",
    "units": "donvi",
    "journal": "nhatky",
    "link": "lienket",
    "unlink": "huylienket",
    "edit": "sua",
}
# Commands that only show something: words that may mean one are taken for it.
LOOKING_COMMANDS = frozenset(
    {
        "dondoc",
        "tamdung",
        "tieptuc",
        "lich",
        "nhaclai",
        "minhchung",
        "viec",
        "decuong",
        "han",
        "tiendo",
        "baocao",
        "bang",
        "trogiup",
        "kenh",
        "donvi",
        "nhatky",
        "giahan",
        "sua",
    }
)
# Questions that are let go when the words clearly ask for something else; a reason may be any words.
FOR_STRANGERS = frozenset({"start", "trogiup", "xoatoi"})
