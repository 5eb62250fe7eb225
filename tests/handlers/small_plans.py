"""Two invented provinces with a handful of units: every kind of task that a conversation can meet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from schedules.loading.loader import load
from schedules.plan import Plan, Plans

FILE = Path(__file__).parent.parent / "dialogues" / "plans" / "plans.yaml"
VI_DU, KHAC = "tinh-vi-du", "tinh-khac"
BINH_THU, AN_MAU, THU_NGHIEM = "90001", "90002", "90003"
NOI_VU, TAI_CHINH = "so-noi-vu", "so-tai-chinh"

LOADED = load(FILE)
assert LOADED.plans is not None, LOADED.problems
SMALL: Plans = LOADED.plans
SO_KET: Plan = SMALL.organisations[VI_DU].plans["so-ket"]
HANG_THANG: Plan = SMALL.organisations[VI_DU].plans["hang-thang"]
assert SO_KET.outline is not None
OUTLINE = SO_KET.outline
FORMS = SO_KET.forms


def small_plans(*changed: Plan) -> Plans:
    """Return the two provinces, with some plans put in place of those of the same id."""
    vi_du = SMALL.organisations[VI_DU]
    plans = dict(vi_du.plans) | {plan.id: plan for plan in changed}
    return replace(SMALL, organisations=dict(SMALL.organisations) | {VI_DU: replace(vi_du, plans=plans)})
