"""One article's rows in, what it tells that may bear on a commitment out: who did or said it, when, in what words.

An account is a statement, an event, or a sentence in the outlet's own voice that speaks of a commitment and has no row.
A pure function of the rows of one article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from sayso.reconcile.matter import NOTHING, Matter, joined, matter_of
from sayso.reconcile.records import Done, Page, Said, Who
from sayso.reconcile.sentences import sentences
from sayso.reconcile.sides import same_side, side_of
from sayso.schema.data import read_data

__all__ = ["Account", "accounts_of", "day_of", "signs_in"]

_CLAUSE = re.compile(r"[;:]\s|\s[—–-]\s|,?\s(?:while|whereas)\s|,\s(?:but|though|although|yet|and)\s")
_WEEK = re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-2])")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)")
_AROUND = 3
"""So many sentences before one are what stands around it."""
_REACH = 500
"""How far before a reply, in characters, that to which it replies may stand."""
_REPLIES = frozenset(("denial", "refusal", "acceptance"))
_BLAMES = frozenset(("accusation", "condemnation", "claim", "confirmation", "responsibility", "assessment"))
_ASKS = frozenset(("demand", "offer", "threat", "appeal", "warning", "assurance", "announcement"))


class Account(NamedTuple):
    """What an article tells: `own` is the matter of the clause itself, `near` of the sentences around and the title.

    `voice` is on whose word (None: the outlet's), `doers` who did it where an event tells; `share` is `(9, 16)` for
    "nine of 16"; `to` are the accounts before it in the article that it may reply to, nearest first.
    """

    id: str
    article_id: str
    start: int
    end: int
    day: str
    voice: Who | None
    told_by_outlet: bool
    doers: tuple[Who, ...]
    recipients: tuple[Who, ...]
    event: str
    act: str
    own: Matter
    near: Matter
    signs: frozenset[str]
    cue_signs: frozenset[str]
    share: tuple[int, int] | None
    quote: str
    paragraph: int
    to: tuple[Account, ...] = ()


def accounts_of(page: Page, said: Sequence[Said], done: Sequence[Done]) -> list[Account]:
    """What an article tells, in the order of the text.

    >>> text = "Peru freed nine sailors on Monday. The mine clearance agreed in May has not begun."
    >>> told = accounts_of(Page("a", "d", "2031-06-02", "", "", text, (), ""), [], [])
    >>> [(text[one.start : one.end], sorted(one.signs)) for one in told]
    [('The mine clearance agreed in May has not begun.', ['negates', 'speaks_of', 'stalls'])]
    """
    frame = _Frame(page, day_of(page, said, done))
    by_id = {one.id: one for one in said}
    rows = [_of_statement(frame, one) for one in said if one.reality == "said" and not one.negated]
    rows += [_of_event(frame, one, by_id.get(one.said_in)) for one in done if one.reality == "actual"]
    rows += _own_voice(frame, said)
    rows.sort(key=lambda one: (one.start, one.end, one.id))
    return [one._replace(to=tuple(_before(rows, one))) if _is_reply(one) else one for one in rows]


def day_of(page: Page, said: Iterable[Said], done: Iterable[Done]) -> str:
    """The day of an article: when it was published; else the latest day that its rows tell of."""
    told = [one.said_on for one in said] + [one.date for one in done if one.reality == "actual"]
    return page.published[:10] or max((day for day in told if len(day) == len("2031-05-02")), default="")


class _Frame:
    """An article with the sentences that its stretches stand in."""

    def __init__(self, page: Page, day: str) -> None:
        self.page, self.day = page, day
        self.sentences = sentences(page.text)
        self._near: dict[int, Matter] = {}
        self._whole: dict[int, Matter] = {}
        self._signs: dict[int, frozenset[str]] = {}

    def at(self, start: int) -> int:
        return next((at for at, (_, end) in enumerate(self.sentences) if start < end), len(self.sentences) - 1)

    def near(self, at: int) -> Matter:
        """The matter of a sentence, the three before it and the title."""
        if at not in self._near:
            parts = [self.whole(one) for one in range(max(0, at - _AROUND), at + 1)]
            self._near[at] = joined(matter_of(self.page.title), *parts)
        return self._near[at]

    def whole(self, at: int) -> Matter:
        """The matter of a sentence."""
        if at not in self._whole:
            start, end = self.sentences[at]
            self._whole[at] = matter_of(self.page.text[start:end])
        return self._whole[at]

    def signs(self, at: int) -> frozenset[str]:
        """The signs that a whole sentence shows."""
        if at not in self._signs:
            start, end = self.sentences[at]
            self._signs[at] = _found(self.page.text[start:end], frozenset(_signs()))
        return self._signs[at]

    def signs_of(self, words: str, start: int, end: int) -> frozenset[str]:
        """Those of a stretch; only signs of the sentences that it stands in are looked for."""
        whole = frozenset(name for at in range(self.at(start), self.at(end - 1) + 1) for name in self.signs(at))
        return _without_doubt(_found(words, whole))

    def paragraph(self, start: int) -> int:
        """Where the paragraph of a stretch begins."""
        return self.page.text.rfind("\n\n", 0, start) + 1

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause of a stretch inside its sentence."""
        first, last = self.sentences[self.at(start)] if self.sentences else (start, end)
        for part in _CLAUSE.finditer(self.page.text, first, last):
            if part.end() <= start:
                first = part.end()
            elif part.start() >= end:
                last = part.start()
                break
        return first, last


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    told = read_data("sayso.reconcile", "bearing.toml")["signs"]
    return {name: re.compile("|".join(f"(?:{one})" for one in rows)) for name, rows in told.items()}


@cache
def _admitting() -> re.Pattern[str]:
    return re.compile("|".join(read_data("sayso.reconcile", "bearing.toml")["cues"]["admits"]), re.IGNORECASE)


def signs_in(text: str) -> frozenset[str]:
    """What the words of a report tell of a commitment.

    >>> sorted(signs_in("a flagrant violation of the ceasefire"))
    ['breaks', 'speaks_of']
    """
    return _without_doubt(_found(text, frozenset(_signs())))


def _found(text: str, names: frozenset[str]) -> frozenset[str]:
    """Of some signs those that a text shows; each takes a while, so a part is asked only for those of the whole."""
    low = text.replace("'", "’").replace("May ", "").lower()
    return frozenset(name for name in names if _signs()[name].search(low))


def _without_doubt(signs: frozenset[str]) -> frozenset[str]:
    """What is broken is not kept, though the words be there: `has not kept its word`."""
    return signs - {"keeps"} if "breaks" in signs else signs


def _of_statement(frame: _Frame, one: Said) -> Account:
    whole = frame.signs(frame.at(one.start)) & {"unable"}
    signs = (
        frame.signs_of(one.content, one.start, one.end)
        | whole
        | ({"admits"} if _admitting().search(one.cue) else frozenset())
    )
    return Account(
        id=one.id,
        article_id=one.article_id,
        start=one.start,
        end=one.end,
        day=_month(one.said_on) or frame.day,
        voice=one.speaker,
        told_by_outlet=False,
        doers=(),
        recipients=(),
        event="",
        act=one.act,
        own=matter_of(one.content),
        near=frame.near(frame.at(one.start)),
        signs=signs,
        cue_signs=signs_in(one.cue),
        share=_share(one.content),
        quote=one.content,
        paragraph=frame.paragraph(one.start),
    )


def _of_event(frame: _Frame, one: Done, told: Said | None) -> Account:
    start, end = frame.clause(one.start, one.end)
    words = frame.page.text[start:end]
    return Account(
        id=one.id,
        article_id=one.article_id,
        start=one.start,
        end=one.end,
        day=_month(one.date) or (_month(told.said_on) if told else "") or frame.day,
        voice=told.speaker if told else None,
        told_by_outlet=told is None,
        doers=one.actors,
        recipients=one.recipients,
        event=f"{one.root}.{one.mode}" if one.mode else one.root,
        act=told.act if told else "",
        own=matter_of(words) if words else NOTHING,
        near=frame.near(frame.at(one.start)),
        signs=frame.signs_of(words, start, end) - {"future"}
        | ({"admits"} if told and _admitting().search(told.cue) else frozenset()),
        cue_signs=signs_in(told.cue) if told else frozenset(),
        share=_share(words),
        quote=words,
        paragraph=frame.paragraph(one.start),
    )


def _own_voice(frame: _Frame, said: Sequence[Said]) -> Iterable[Account]:
    """Sentences outside what anybody is quoted with that tell how a word given fares."""
    spoken = sorted((one.start, one.end) for one in said)
    for at, (start, end) in enumerate(frame.sentences):
        words = frame.page.text[start:end]
        signs = _without_doubt(frame.signs(at))
        if not signs & {"keeps", "breaks", "stalls", "suspends", "withdraws", "holds"} and not _so_many_of().search(
            words
        ):
            continue
        if any(first < end and start < last for first, last in spoken):
            continue
        yield Account(
            id="",
            article_id=frame.page.id,
            start=start,
            end=end,
            day=frame.day,
            voice=None,
            told_by_outlet=True,
            doers=(),
            recipients=(),
            event="",
            act="",
            own=frame.whole(at),
            near=frame.near(at),
            signs=signs,
            cue_signs=frozenset(),
            share=_share(words),
            quote=words,
            paragraph=frame.paragraph(start),
        )


def _month(day: str) -> str:
    """A day as year, month and day, as far as they are told: of a week its month, of a season its year."""
    week = _WEEK.fullmatch(day)
    if week:
        return date.fromisocalendar(int(week[1]), int(week[2]), 7).isoformat()[:7]
    found = _DAY.match(day)
    return found[0] if found else ""


@cache
def _so_many_of() -> re.Pattern[str]:
    numbers = "|".join((r"\d+", *read_data("sayso.reconcile", "matter.toml")["numbers"], "all", "none", "both"))
    owned = r"(?:(?:its|the|their|his|her|those|some) )*"
    return re.compile(rf"\b({numbers}) (?:out )?of {owned}({numbers})\b", re.IGNORECASE)


def _share(words: str) -> tuple[int, int] | None:
    """`nine of 16` as numbers; `all` and `both` are as many as there are."""
    found = _so_many_of().search(words)
    if not found:
        return None
    low, high = (_count(part) for part in found.groups())
    return (low if low >= 0 else high, high) if high > 0 else None


def _count(word: str) -> int:
    known: dict[str, int] = read_data("sayso.reconcile", "matter.toml")["numbers"]
    low = word.lower()
    return int(low) if low.isdigit() else 0 if low == "none" else known.get(low, -1)


def _is_reply(one: Account) -> bool:
    return one.act in _REPLIES or one.event.startswith("REJECT") or "unable" in one.signs


def _before(rows: Sequence[Account], reply: Account) -> list[Account]:
    """Accounts of others within reach before a reply; a refusal takes up what is asked or threatened, else blame."""
    takes_up = reply.act in ("refusal", "acceptance") or reply.event.startswith("REJECT")
    out = []
    for one in reversed(rows):
        if one.end > reply.end or one.id == reply.id or reply.start - one.start > _REACH or one.act in _REPLIES:
            continue
        if one.voice and reply.voice and same_side(one.voice, reply.voice) and side_of(one.voice):
            continue
        if (takes_up and one.act in _ASKS) or (
            not takes_up and (one.event or one.act in _BLAMES or "breaks" in one.signs)
        ):
            out.append(one)
    return out
