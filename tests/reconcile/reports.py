"""Articles of invented disputes with the statements in them, made in a line, as reconciliation compares them."""

from __future__ import annotations

from base64 import b64encode
from itertools import count
from typing import Any

from sayso.reconcile.records import Done, Figured, Page, Said, Where, Who
from sayso.reconcile.sayings import Saying, sayings_of

_NUMBERS = count()
_GROUPS = {
    "claim": "ASSERT", "confirmation": "ASSERT", "responsibility": "ASSERT", "announcement": "ASSERT",
    "denial": "DENY", "accusation": "BLAME", "condemnation": "BLAME", "appeal": "ASK", "question": "OTHER",
}  # fmt: skip


def who(name: str, country: str = "", kind: str = "person", *, of: str = "", known: str = "") -> Who:
    return Who(known, name.lower(), kind, country, of)


PERU = who("Peru", "PER", "government")
CHILE = who("Chile", "CHL", "government")
LIMA_ARMY = who("Peruvian army", "PER", "military", known="per-army")
SPOKESMAN = who("Ana Rovik", "PER", of="per-army")
ENVOY = who("Julio Brandt", "CHL", of="chl-mfa")
VILLAGERS = who("villagers", kind="collective")
NURSE = who("Tilda Marn")


class Report:
    """An article: a text with statements on exact characters of it."""

    def __init__(self, text: str, *, published: str = "2031-05-10", outlet: str = "") -> None:
        self.id = f"art-{next(_NUMBERS):04}"
        self.page = Page(self.id, f"doc-{self.id}", published, outlet, "", text, (), "")
        self.said: list[Said] = []
        self.done: list[Done] = []

    def says(self, speaker: Who | None, content: str, act: str = "claim", **told: Any) -> str:
        """A statement whose content is the first such stretch of the text; its id."""
        start = self.page.text.index(content)
        row = Said(
            id=f"s-{next(_NUMBERS):04}", article_id=self.id, start=start, end=start + len(content), content=content,
            source="", cue=told.pop("cue", "said"), act=act, group=_GROUPS[act], form="indirect", negated=False,
            reality="said", nested_in=told.pop("nested_in", ""), said_on="", speaker=speaker, addressee=None,
            target=told.pop("target", None), confidence=1.0, sense=told.pop("sense", b""),
            spans=((start, start + len(content)),),
        )  # fmt: skip
        assert not told
        self.said.append(row)
        return row.id

    def does(self, trigger: str, root: str, *, said_in: str = "", **told: Any) -> str:
        """An event, its trigger the first such stretch of the text; its id."""
        start = self.page.text.index(trigger)
        row = Done(
            id=f"e-{next(_NUMBERS):04}", article_id=self.id, start=start, end=start + len(trigger), trigger=trigger,
            root=root, mode="", actors=tuple(told.get("actors", ())), recipients=tuple(told.get("recipients", ())),
            date=told.get("date", ""), place=told.get("place") and Where(told["place"], "", None, None, None),
            figures=tuple(Figured(*one) for one in told.get("figures", ())), said_in=said_in, reality="actual",
            confidence=1.0,
        )  # fmt: skip
        self.done.append(row)
        return row.id

    @property
    def sayings(self) -> list[Saying]:
        """Its statements, in order of their place."""
        return sayings_of([self.page], self.said, self.done)


def row_of(report: Report) -> dict[str, Any]:
    """The findings of the document that holds just this article, as a ledger keeps them."""
    article = {"id": report.id, **{key: getattr(report.page, key) for key in _PAGE}, "authors": []}
    return {
        "document_id": report.page.document_id,
        "articles": [article],
        "statements": [_statement(one, report.page.text) for one in report.said],
        "events": [_event(one) for one in report.done],
        "commitments": [],
    }


_PAGE = ("document_id", "published", "outlet", "title", "text", "url")


def _party(one: Who | None) -> dict[str, Any] | None:
    return one and {
        "name": one.name, "kind": one.kind, "country": one.country or None, "actor_id": one.id or None,
        "member_of": one.of or None,
    }  # fmt: skip


def _statement(one: Said, text: str) -> dict[str, Any]:
    told = ("id", "article_id", "act", "group", "form", "negated", "nested_in", "confidence")
    cue = {"start": 0, "end": 0, "quote": one.cue}
    content = [{"start": one.start, "end": one.end, "quote": text[one.start : one.end]}]
    parties = {key: _party(getattr(one, key)) for key in ("speaker", "addressee", "target")}
    return {
        **{key: getattr(one, key) for key in told},
        "cue": cue,
        "content": content,
        "sense": b64encode(one.sense).decode(),
        **parties,
    }


def _event(one: Done) -> dict[str, Any]:
    told = ("id", "article_id", "root", "mode", "date", "reality", "confidence")
    trigger = {"start": one.start, "end": one.end, "quote": one.trigger}
    parties = {key: [_party(who) for who in getattr(one, key)] for key in ("actors", "recipients")}
    figures = [
        {"slot": slot, "low": low, "high": high, "span": {"quote": words}} for slot, low, high, words in one.figures
    ]
    return {
        **{key: getattr(one, key) for key in told}, "trigger": trigger, "asserted_by": one.said_in, **parties,
        "figures": figures,
    }  # fmt: skip


def saying(content: str, speaker: Who | None = None, act: str = "claim", **told: Any) -> Saying:
    """A statement that is all there is of its article."""
    report = Report(f"{told.pop('before', '')}{content}", published=told.pop("day", "2031-05-10"))
    report.says(speaker, content, act, **told)
    return report.sayings[0]
