"""Articles of an invented dispute between Chile and Peru, with what is said and done in them, made in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sayso.reconcile.accounts import Account, accounts_of, day_of
from sayso.reconcile.bearing import Bearing, bearing_of
from sayso.reconcile.fulfilment import State, states_of
from sayso.reconcile.pledges import PledgeView, view_of
from sayso.reconcile.records import Done, Page, Pledge, Said, Who

_NUMBERS = count()


def who(name: str, country: str = "", kind: str = "government") -> Who:
    return Who("", name.lower(), kind, country, "")


PERU = who("Peru", "PER")
PERU_ARMY = who("Peruvian army", "PER", "military")
LIMA = who("Ana Rovik", "PER", "person")
CHILE = who("Chile", "CHL")
SANTIAGO = who("Julio Brandt", "CHL", "person")
MISSION = who("border mission of the OAS", "", "mission")


@dataclass
class Article:
    """A text with rows on exact characters of it."""

    text: str
    published: str = "2031-05-10"
    title: str = ""
    said: list[Said] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    id: str = field(default_factory=lambda: f"a-{next(_NUMBERS):04}")

    @property
    def page(self) -> Page:
        return Page(self.id, f"d-{self.id}", self.published, "", self.title, self.text, (), "")

    def at(self, quote: str) -> tuple[int, int]:
        start = self.text.index(quote)
        return start, start + len(quote)

    def says(
        self, speaker: Who | None, content: str, act: str = "claim", *, cue: str = "said", nested_in: str = "",
        negated: bool = False,
    ) -> Said:  # fmt: skip
        start, end = self.at(content)
        number = f"s-{next(_NUMBERS):04}"
        row = Said(
            number, self.id, start, end, content, "", cue, act, "", "indirect", negated, "said", nested_in, "", speaker,
            None, None, 1.0, b"",
        )  # fmt: skip
        self.said.append(row)
        return row

    def does(
        self, trigger: str, event: str, actors: Sequence[Who] = (), recipients: Sequence[Who] = (), *, date: str = "",
        told: Said | None = None, reality: str = "actual",
    ) -> Done:  # fmt: skip
        start, end = self.at(trigger)
        root, _, mode = event.partition(".")
        number = f"e-{next(_NUMBERS):04}"
        row = Done(
            number, self.id, start, end, trigger, root, mode, tuple(actors), tuple(recipients), date, None, (),
            told.id if told else "", reality, 1.0,
        )  # fmt: skip
        self.done.append(row)
        return row

    def accounts(self) -> list[Account]:
        return accounts_of(self.page, self.said, self.done)

    def pledges(
        self, terms: str, kind: str = "assurance", by: Sequence[Who] = (PERU,), to: Sequence[Who] = (CHILE,), *,
        form: str = "spoken", made_on: str = "", due_by: str = "", condition: str = "", told: Said | None = None,
        around: Said | None = None, sense: bytes = b"",
    ) -> PledgeView:  # fmt: skip
        start, end = self.at(terms)
        number = f"k-{next(_NUMBERS):04}"
        row = Pledge(
            number, self.id, start, end, terms, kind, form, tuple(by), tuple(to), (), made_on, due_by, condition, "",
            told.id if told else "", "", 1.0, sense,
        )  # fmt: skip
        return view_of(row, self.page, told, around, day_of(self.page, self.said, self.done))


def telling(terms: str, published: str = "2031-05-02", **told: Any) -> PledgeView:
    """A commitment in an article of its own."""
    return Article(f"It was told on Friday: {terms}.", published).pledges(terms, **told)


def bearings(view: PledgeView, *articles: Article) -> list[Bearing]:
    return [found for one in articles for account in one.accounts() if (found := bearing_of(view, account))]


def directions(view: PledgeView, *articles: Article) -> list[tuple[str, str]]:
    """How articles bear on a commitment, and on whose word."""
    return [(one.direction, one.word) for one in bearings(view, *articles)]


def history(view: PledgeView, *articles: Article, latest: str = "2031-05-10") -> list[tuple[str, str]]:
    """The states of a commitment after articles, on both axes."""
    return [(one.fulfilment, one.verification) for one in states(view, *articles, latest=latest)]


def states(view: PledgeView, *articles: Article, latest: str = "2031-05-10") -> list[State]:
    return states_of(view, bearings(view, *articles), latest)
