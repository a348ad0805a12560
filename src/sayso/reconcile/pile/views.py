"""The rows of one document in; its rows as the pile compares them out, and what the document itself ties together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sayso.reconcile.accounts import Account, accounts_of, day_of
from sayso.reconcile.answering import denials_within
from sayso.reconcile.bearing_keys import account_keys
from sayso.reconcile.confirming import confirmations_within
from sayso.reconcile.countering import countered_within
from sayso.reconcile.grams import gram_set
from sayso.reconcile.happenings import Deed
from sayso.reconcile.happenings import view_of as deed_view
from sayso.reconcile.linkage import Given, Inner
from sayso.reconcile.pledges import PledgeView
from sayso.reconcile.pledges import view_of as pledge_view
from sayso.reconcile.records import Done, Page, Pledge, Said, done, page, pledge, said
from sayso.reconcile.sayings import Saying, body_of, sayings_of
from sayso.reconcile.stories import StoryView
from sayso.reconcile.stories import view_of as story_view
from sayso.reconcile.tellings import told_by, told_near
from sayso.reconcile.told import Told

__all__ = ["ArticleView", "Bound", "EventView", "given"]

Row = Mapping[str, Any]

_HAPPENED = ("actual", "historical")
"""Figures of what was planned or threatened are not set beside those of what is told to have happened."""


class ArticleView(NamedTuple):
    """An article: the page, what tells its story, and its word 4-grams, sorted, as bytes of unsigned 64-bit numbers."""

    page: Page
    story: StoryView
    grams: bytes


class EventView(NamedTuple):
    """An event: what tells its happening, its figures, and on whose word it is - empty for the outlet's own voice."""

    deed: Deed
    done: Done
    tolls: tuple[Told, ...]
    body: str
    speaker: str
    outlet: str
    published: str
    quote: str


class Bound(NamedTuple):
    """A commitment as one article tells it."""

    view: PledgeView
    pledge: Pledge
    published: str


def given(row: Row, digest: str) -> Given:
    """What a document gives the pile; `digest` tells whether it gives anything else than before."""
    pages = [page(one) for one in row["articles"]]
    told = [said(one) for one in row["statements"]]
    happened = [done(one) for one in row["events"]]
    pledged = [pledge(one) for one in row.get("commitments") or ()]
    sayings = sayings_of(pages, told, happened)
    rows: list[tuple[str, Any]] = [(one.id, one) for one in sayings]
    for one in pages:
        mine = _Rows(one, told, happened, pledged)
        rows += mine.all()
    inner = [*denials_within(sayings, "said"), *countered_within(sayings, "said")]
    inner += confirmations_within(sayings, "said")
    return Given(row["document_id"], digest, tuple(rows), tuple(_once(inner)))


def _once(inner: Iterable[Inner]) -> Iterator[Inner]:
    """Each tie once: of two for one reason the surer."""
    best: dict[tuple[str, str, str, str], Inner] = {}
    for one in inner:
        key = (one.space, one.source, one.target, one.kind)
        if key not in best or one.score > best[key].score:
            best[key] = one
    yield from best.values()


class _Rows:
    """The rows of one article."""

    def __init__(self, one: Page, told: Sequence[Said], happened: Sequence[Done], pledged: Sequence[Pledge]) -> None:
        self.page = one
        self.told = {row.id: row for row in told if row.article_id == one.id}
        self.happened = [row for row in happened if row.article_id == one.id]
        self.pledged = [row for row in pledged if row.article_id == one.id]
        self.story = story_view(one)

    def all(self) -> Iterator[tuple[str, Any]]:
        yield self.page.id, ArticleView(self.page, self.story, gram_set(self.page.text).tobytes())
        yield from ((row.id, self._event(row)) for row in self.happened)
        if not (self.told or self.happened):
            return
        said_rows = list(self.told.values())
        day = day_of(self.page, said_rows, self.happened)
        yield from ((row.id, self._bound(row, day)) for row in self.pledged)
        for number, account in enumerate(accounts_of(self.page, said_rows, self.happened)):
            if account_keys(account):
                yield f"account {self.page.id} {number}", account

    def _event(self, row: Done) -> EventView:
        told = self.told.get(row.said_in)
        certain = row.figures if row.reality in _HAPPENED else ()
        tolls = tuple(told_by(row, figure, self.page, told) for figure in certain)
        near = told_near(row, self.page, told)
        return EventView(
            deed_view(row, self.page, self.story, row.sense),
            row,
            tolls + ((near,) if near else ()),
            body_of(told.speaker) if told else "",
            told.speaker.name if told and told.speaker else "",
            self.page.outlet,
            self.page.published,
            row.trigger,
        )

    def _bound(self, row: Pledge, day: str) -> Bound:
        told = self.told.get(row.statement_id)
        around = self.told.get(told.nested_in) if told else None
        return Bound(pledge_view(row, self.page, told, around, day), row, self.page.published)


def is_account(view: Any) -> bool:
    """Is a view an account that may bear on a commitment?"""
    return isinstance(view, Account)


def is_saying(view: Any) -> bool:
    """Is a view a statement's?"""
    return isinstance(view, Saying)
