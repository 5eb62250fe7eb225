"""Whatever stands in a document, the file that is drafted of it can be read, and lacks only what is asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.drafts.file_head import Origin
from bot.drafts.yaml_file import whole_file
from bot.wording import wording
from schedules.drafting.draft import Doubt, Draft, Head, Meeting, Obligation, OutlineDraft
from schedules.loading.loader import load
from schedules.phrases import read
from schedules.plan import Form, Section
from tests.test_writing_plans import PHRASES, TEXT, WORDS

ON = date(2026, 5, 4)
ASKED = {"missing-remind-from", "empty-value", "wrong-weekday"}
NAME = WORDS | st.sampled_from(["Sở Nội vụ", "các sở, ban, ngành", "UBND các xã, phường", "UBND xã Mường Tè"])
NAMES = st.lists(NAME, max_size=3).map(tuple)
SECTION = st.builds(
    Section, number=TEXT, path=TEXT, title=TEXT, text=TEXT, form_ids=st.lists(WORDS, max_size=2).map(tuple)
)
OBLIGATION = st.builds(
    Obligation,
    title=TEXT,
    kind=st.sampled_from(["report", "hold", "speech", "submit_up"]),
    reading=st.sampled_from([*PHRASES, "trước ngày 20/5/2026 (thứ Hai)"]).map(lambda phrase: read(phrase, ON)),
    units=NAMES,
    send_to=st.none() | NAME,
    via=st.none() | NAME,
    cooperating=NAMES,
    places=NAMES,
    words=TEXT,
    topics=st.dictionaries(NAME, TEXT, max_size=2),
    doubts=st.sampled_from([(), (Doubt("no-unit"),)]),
)
DRAFT = st.builds(
    Draft,
    head=st.builds(
        Head,
        number=st.none() | WORDS,
        issued_on=st.none() | st.just(ON),
        issuer=st.none() | WORDS,
        title=st.none() | WORDS,
        words=st.dictionaries(st.sampled_from(["number", "title"]), TEXT),
    ),
    obligations=st.lists(OBLIGATION, max_size=3).map(tuple),
    meetings=st.lists(
        st.builds(Meeting, title=WORDS, reading=st.just(read("ngày 01/6/2026", ON)), venue=TEXT, words=TEXT), max_size=1
    ).map(tuple),
    outline=st.none()
    | st.builds(
        OutlineDraft,
        title=WORDS,
        sections=st.lists(SECTION, max_size=2).map(tuple),
        forms=st.lists(st.builds(Form, id=WORDS, title=TEXT, attached=st.booleans()), max_size=2).map(tuple),
        leads=st.dictionaries(TEXT, NAMES, max_size=2),
    ),
    rosters=st.dictionaries(NAME, NAMES, max_size=2),
    doubts=st.just((Doubt("no-issue-day"),)),
)


@given(draft=DRAFT, on=st.none() | st.just(ON))
@settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
def test_a_drafted_file_lacks_only_what_is_asked(
    draft: Draft, on: date | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    written = whole_file(draft, Origin("vb.docx", on), wording("vi").text)
    file = tmp_path_factory.mktemp("drafted") / "plans.yaml"
    file.write_text(written.text, "utf-8")
    loaded = load(file)
    assert {problem.key for problem in loaded.problems if problem.severity == "problem"} <= ASKED
    assert all(f"\n# {number}. " in written.text for number in range(1, len(written.questions) + 1))
    if loaded.plans:
        (plan,) = next(iter(loaded.plans.organisations.values())).plans.values()
        assert len(plan.tasks) == len(draft.obligations)
