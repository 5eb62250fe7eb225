"""Which handler answers a pressed button, by the word before the colon."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import free_words
from handlers.chases import chasing
from handlers.commands import LOOKING_COMMANDS
from handlers.contacts import (
    contacts,
    forgetting,
    handing_over,
    inviting,
    journal_pages,
    leaving,
    second_channel,
    unit_groups,
    unlinking,
)
from handlers.extensions import asking_extensions, deciding_extensions, extending, extending_all, giving_time
from handlers.figures import picture, status, summary_settings
from handlers.groups import group_links
from handlers.handing_in import documents, evidence, receiving, seeing_evidence, submitting, undoing
from handlers.later import snoozing
from handlers.outlines import outline, outline_document
from handlers.pushes import alarms, holding
from handlers.recordings import recording, recording_undone
from handlers.returns import accepting, returning
from handlers.vocabulary import Reply, Turn

Handler = Callable[[Turn], Reply]

PRESSES: Mapping[str, Handler] = {
    "nop": submitting.press_nop,
    "nopco": submitting.press_yes,
    "hoinop": free_words.press_submitted,
    "khong": submitting.never_mind,
    "boqua": documents.press_skip,
    "so": documents.press_add_document,
    "sovb": documents.press_number,
    "ngay": documents.press_handed_in,
    "rut": undoing.press_undo,
    "rutco": undoing.press_undo_yes,
    "nhanviec": receiving.press_received,
    "tepcua": evidence.press_choice,
    "mc": seeing_evidence.press_evidence,
    "dc": outline.press_outline,
    "dt": outline.press_full_text,
    "bm": outline.press_forms,
    "dcx": outline_document.press_document,
    "nhacsau": snoozing.press_later,
    "nhac": snoozing.press_snooze,
    "nhacbo": snoozing.press_cancel,
    "td": status.press_status,
    "tdv": status.press_unit,
    "tdh": status.press_hat,
    "bang": picture.press_picture,
    "dd": chasing.press_scope,
    "dddv": chasing.press_unit,
    "ddv": chasing.press_preview,
    "ddc": chasing.press_page,
    "ddx": chasing.press_tick,
    "ddt": chasing.press_tick_all,
    "ddn": chasing.press_unreceived,
    "ddco": chasing.press_yes,
    "tamdung": holding.press_hold,
    "tamdungco": holding.press_hold_yes,
    "tieptuc": holding.press_resume,
    "tieptucco": holding.press_resume_yes,
    "tt": summary_settings.press_settings,
    "uutien": second_channel.press_prefer,
    "themkenh": second_channel.press_add,
    "bokenh": second_channel.press_drop,
    "bokenhco": second_channel.press_drop_yes,
    "dotdau": alarms.press_first_load,
    "tralai": returning.press_return,
    "tralaingay": returning.press_day,
    "tralaico": returning.press_yes,
    "tralaihuy": returning.press_undo,
    "nhan": accepting.press_accept,
    "nhantat": accepting.press_all,
    "nhantatco": accepting.press_all_yes,
    "nhantrang": accepting.press_page,
    "nhanhuy": accepting.press_undo,
    "ghi": recording.press_recording,
    "ghihuy": recording_undone.press_undo,
    "ghibo": recording_undone.press_withdraw,
    "ghiboco": recording_undone.press_withdraw_yes,
    "moi": inviting.press_invite,
    "bg": handing_over.press_hand_over,
    "bghuy": handing_over.press_keep,
    "nghive": leaving.press_back,
    "dv": contacts.press_unit,
    "dvds": contacts.press_list,
    "dvbo": unlinking.press_unlink,
    "dvboco": unlinking.press_unlink_yes,
    "dvma": unlinking.press_void,
    "dvnhom": unit_groups.press_end,
    "dvnhomco": unit_groups.press_end_yes,
    "nk": journal_pages.press_journal,
    "nkdv": journal_pages.press_unit,
    "xoaco": forgetting.press_yes,
    "nhom": group_links.press_link,
    "gh": asking_extensions.press_ask,
    "ghn": asking_extensions.press_day,
    "ghgui": asking_extensions.press_send,
    "ghrut": asking_extensions.press_withdraw,
    "ghdy": deciding_extensions.press_approve,
    "ghkhac": deciding_extensions.press_other_day,
    "ghngay": deciding_extensions.press_day,
    "ghtc": deciding_extensions.press_refuse,
    "ghtcko": deciding_extensions.press_refuse_silently,
    "ghtcco": deciding_extensions.press_refuse_yes,
    "ghhoan": deciding_extensions.press_undo,
    "ghx": extending.press_request,
    "ghcho": extending.press_waiting,
    "ghds": extending.press_given,
    "ghxin": extending.press_own,
    "ghc": extending_all.press_task,
    "ghdv": extending_all.press_unit,
    "ghcn": giving_time.press_day,
    "ghcgui": giving_time.press_yes,
}
# Presses and commands that only show something, or let a question go: words that may mean one are taken for it.
LOOKS = frozenset(
    {
        "dd",
        "dddv",
        "ddv",
        "ddc",
        "ddx",
        "ddt",
        "ddn",
        "tamdung",
        "tieptuc",
        "nhac",
        "nhacsau",
        "nhantrang",
        "nhantat",
        "mc",
        "dc",
        "dt",
        "bm",
        "dcx",
        "td",
        "tdv",
        "tdh",
        "bang",
        "ghx",
        "ghcho",
        "ghds",
        "khong",
        "boqua",
        "bokenh",
        "dv",
        "dvds",
        "dvbo",
        "dvnhom",
        "nk",
        "nkdv",
    }
)


def only_looks(press: str) -> bool:
    """Say whether a press records and withdraws nothing. ("lenh:nop" may record the only assignment.)"""
    word, _, argument = press.partition(":")
    return argument in LOOKING_COMMANDS if word == "lenh" else word in LOOKS
