"""Which notice is worded by whom: what people are told of that somebody else did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.chases import chase_results
from handlers.contacts import forgetting, handing_over, leaving, unlinking
from handlers.extensions import extension_wordings
from handlers.groups import group_links
from handlers.outlines import outline_changes
from handlers.plan_changes import outcomes, removing
from handlers.pushes import holding, office_notices, submission_notices
from handlers.returns import return_notices
from handlers.vocabulary import Reply
from schedules.plan import Plans

Wording = Callable[[Session, Plans, Mapping[str, Any], datetime], Reply | None]

NOTICES: Mapping[str, Wording] = {
    "chase-result": chase_results.chase_result,
    "group-ended": group_links.group_ended,
    "held": holding.held,
    "resumed": holding.resumed,
    "contact-changed": handing_over.contact_changed,
    "handed-over": handing_over.handed_over,
    "standing-in": leaving.standing_in,
    "unit-without-contact": forgetting.unit_without_contact,
    "unlinked": unlinking.unlinked,
    "accepted": office_notices.accepted,
    "acceptance-undone": office_notices.acceptance_undone,
    "recorded": office_notices.recorded,
    "recording-undone": office_notices.recording_undone,
    "returned": return_notices.returned,
    "returned-office": return_notices.returned_office,
    "return-undone": return_notices.return_undone,
    "resubmitted": return_notices.resubmitted,
    "extension-asked": extension_wordings.asked,
    "extension-withdrawn": extension_wordings.withdrawn,
    "extension-granted": extension_wordings.granted,
    "extension-refused": extension_wordings.refused,
    "extension-refused-others": extension_wordings.refused_others,
    "extension-decided": extension_wordings.decided,
    "extension-undone": extension_wordings.undone,
    "extension-undone-others": extension_wordings.undone_others,
    "outline-changed": outline_changes.outline_changed,
    "change-applied": outcomes.change_applied,
    "change-declined": outcomes.change_declined,
    "change-refused": outcomes.change_refused,
    "removed": removing.removed,
    "submitted": submission_notices.submitted,
    "withdrawn": submission_notices.withdrawn,
}


def notice_reply(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Word a notice when its turn has come; None when it is no longer true."""
    return NOTICES[about["what"]](session, plans, about, now)
