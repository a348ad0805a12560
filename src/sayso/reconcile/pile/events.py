"""TEMPORARY stand-in until happenings.py stands."""

from __future__ import annotations
from typing import NamedTuple
from sayso.reconcile.records import Done, Page
from sayso.reconcile.sides import side_of
from sayso.reconcile.stories import StoryView, likeness as story_likeness

THRESHOLD = 0.5


class HappeningView(NamedTuple):
    id: str
    article: str
    root: str
    mode: str
    actors: frozenset[str]
    recipients: frozenset[str]
    date: str
    reality: str
    trigger: str
    story: StoryView


def happening_view(row: Done, page: Page, story: StoryView) -> HappeningView:
    return HappeningView(
        row.id,
        row.article_id,
        row.root,
        row.mode,
        frozenset(map(side_of, row.actors)) - {""},
        frozenset(map(side_of, row.recipients)) - {""},
        row.date,
        row.reality,
        row.trigger.lower(),
        story,
    )


def happening_keys(v: HappeningView) -> list[str]:
    return [f"{v.root} {s} {v.date[:7]}" for s in sorted(v.actors | v.recipients)]


def happening_likeness(a: HappeningView, b: HappeningView) -> float:
    if a.root != b.root or (a.reality == "negated") != (b.reality == "negated"):
        return 0.0
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return 0.0
    if a.actors and b.actors and not a.actors & b.actors:
        return 0.0
    if a.recipients and b.recipients and not a.recipients & b.recipients:
        return 0.0
    s = (
        0.3
        + 0.2 * bool(a.actors & b.actors)
        + 0.2 * bool(a.recipients & b.recipients)
        + 0.2 * (a.date == b.date and len(a.date) == 10)
        + 0.3 * (a.trigger[:5] == b.trigger[:5])
    )
    return s
