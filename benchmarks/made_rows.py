"""Made-up articles in, rows of findings out: what the generators for reconciliation share.

No document is read: the rows are written by the contract of schema/tables.toml, on the text that the articles are put
together with. A document is its article's text, so that raw offsets are those of the text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import numpy as np

from benchmarks.made_sentences import Deed, Floats, Piece, Sentence, Someone, Spot, Tell, Vow
from sayso.findings import PIPELINE
from sayso.schema.plover import roots

Row = dict[str, Any]

WIDTH = 384
"""Numbers of a sense vector."""


def digest(*told: object, size: int = 8) -> str:
    """A hexadecimal id, the same for the same seed and position."""
    return blake2b(":".join(map(str, told)).encode(), digest_size=size).hexdigest()


def findings_row(piece: Piece, *place: object) -> Row:
    """The row of findings of an article; ids are made of the seed and position that `place` holds."""
    return _Writer(piece, digest("document", *place, size=32), digest("article", *place)).row()


@dataclass
class _Writer:
    """Puts the text together and writes down its rows; vectors wait, since packing many at once is quicker."""

    piece: Piece
    document_id: str
    key: str
    text: str = ""
    statements: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    commitments: list[Row] = field(default_factory=list)
    waiting: list[tuple[Row, Floats]] = field(default_factory=list)

    def row(self) -> Row:
        sentences = [(sentence, start) for sentence, start in self._laid()]
        for sentence, start in sentences:
            self._note(sentence, start)
        self._pack()
        return {
            "document_id": self.document_id,
            "pipeline": PIPELINE,
            "settings": "made",
            "status": "read",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "form": "text",
            "articles": [self._article()],
            "statements": self.statements,
            "events": self.events,
            "commitments": self.commitments,
            "lines": [self._line()],
            "quarantine": [],
        }

    def _laid(self) -> list[tuple[Sentence, int]]:
        """Every sentence with the place where it begins; the text is whole thereafter."""
        out: list[tuple[Sentence, int]] = []
        parts: list[str] = []
        at = 0
        for paragraph in self.piece.paragraphs:
            if parts:
                parts[-1] = "\n\n"
                at += 1  # the space that was counted is one character, the break two
            for sentence in paragraph:
                out.append((sentence, at))
                parts += [sentence.words.text, " "]
                at += len(sentence.words.text) + 1
        self.text = "".join(parts[:-1])
        return out

    def _id(self, letter: str, rows: list[Row]) -> str:
        return f"{letter}-{digest(self.key, letter, len(rows))}"

    def _span(self, sentence: Sentence, start: int, name: str) -> Row | None:
        stretch = sentence.words.marks.get(name)
        if stretch is None:
            return None
        low, high = stretch
        return {"start": start + low, "end": start + high, "quote": sentence.words.text[low:high]}

    def _note(self, sentence: Sentence, start: int) -> None:
        statement = None
        if sentence.tell:
            statement = self._statement(sentence, sentence.tell, start)
        for deed in sentence.deeds:
            self._event(sentence, deed, start, statement if deed.by_word else None)
        if sentence.vow:
            self._commitment(sentence, sentence.vow, start, statement)

    def _whose(self, letter: str, rows: list[Row]) -> Row:
        uri = f"made/{self.key}.txt"
        return {
            "id": self._id(letter, rows),
            "article_id": f"a-{self.key}",
            "document_id": self.document_id,
            "uri": uri,
        }

    def _statement(self, sentence: Sentence, tell: Tell, start: int) -> str:
        source, cue = self._span(sentence, start, "source"), self._span(sentence, start, "cue")
        content = [span for name in ("content", "also") if (span := self._span(sentence, start, name))]
        row = self._whose("s", self.statements) | {
            "source": source,
            "cue": cue,
            "content": content,
            "raw": {
                "source": [[source["start"], source["end"]]] if source else [],
                "cue": [[cue["start"], cue["end"]]] if cue else [],
                "content": [[span["start"], span["end"]] for span in content],
            },
            "speaker": _actor(tell.speaker, source),
            "addressee": None,
            "target": _actor(tell.target, self._span(sentence, start, "agent")),
            "act": tell.act,
            "group": tell.group,
            "form": tell.form,
            "negated": False,
            "nested_in": None,
            "said_on": tell.said_on,
            "confidence": tell.confidence,
            "act_basis": "both",
            "reality": "said",
            "when": None,
        }
        self.statements.append(row)
        self.waiting.append((row, tell.sense))
        return str(row["id"])

    def _event(self, sentence: Sentence, deed: Deed, start: int, statement: str | None) -> None:
        trigger = self._span(sentence, start, "trigger")
        assert trigger, f"no trigger is marked in {sentence.words.text!r}"
        counts = {slot: [low, high] for slot, low, high, _ in deed.figures}
        agent, patient = self._span(sentence, start, "agent"), self._span(sentence, start, "patient")
        row = self._whose("e", self.events) | {
            "trigger": trigger,
            "raw_trigger": [[trigger["start"], trigger["end"]]],
            "root": deed.root,
            "mode": deed.mode,
            "contexts": ["military"],
            "quad": roots()[deed.root].quad,
            "actors": [_party(one, agent) for one in deed.actors],
            "recipients": [_party(one, patient) for one in deed.recipients],
            "date": deed.date,
            "date_precision": "day" if deed.date else None,
            "place": _place(deed.place, self._span(sentence, start, "place")),
            "killed": counts.get("killed"),
            "injured": counts.get("injured"),
            "arrested": counts.get("arrested"),
            "figures": [
                {"slot": slot, "low": low, "high": high, "span": self._span(sentence, start, mark)}
                for slot, low, high, mark in deed.figures
            ],
            "asserted_by": statement,
            "reality": deed.reality,
            "confidence": 0.9,
            "when": self._span(sentence, start, "day"),
            "frame": f"{deed.root}.made",
            "basis": "frame",
        }
        self.events.append(row)
        self.waiting.append((row, deed.sense))

    def _commitment(self, sentence: Sentence, vow: Vow, start: int, statement: str | None) -> None:
        terms = self._span(sentence, start, "terms")
        assert terms, f"no terms are marked in {sentence.words.text!r}"
        row = self._whose("k", self.commitments) | {
            "kind": vow.kind,
            "form": vow.form,
            "by": [_actor(vow.by, self._span(sentence, start, "source"))],
            "to": [_actor(vow.to, self._span(sentence, start, "agent"))] if vow.to else [],
            "beneficiary": [],
            "terms": terms,
            "raw_terms": [[terms["start"], terms["end"]]],
            "made_on": vow.made_on,
            "due_by": vow.due_by,
            "condition": None,
            "mechanism": None,
            "statement_id": statement,
            "event_id": None,
            "confidence": 0.9,
            "basis": "act",
        }
        self.commitments.append(row)
        self.waiting.append((row, vow.sense))

    def _pack(self) -> None:
        if self.waiting:
            for (row, _), sense in zip(self.waiting, packed([v for _, v in self.waiting]), strict=True):
                row["sense"] = sense

    def _article(self) -> Row:
        piece, length = self.piece, len(self.text)
        return {
            "id": f"a-{self.key}",
            "document_id": self.document_id,
            "uri": f"made/{self.key}.txt",
            "title": piece.title,
            "authors": list(piece.authors),
            "published": piece.published,
            "published_precision": "day",
            "published_method": "made",
            "outlet": piece.outlet,
            "language": "en",
            "text": self.text,
            "repairs": [],
            "url": piece.url,
            "position": 1,
            "complete": True,
            "in_scope": True,
            "scope_score": 0.9,
            "scope_why": "conflict: made",
            "part": "",
            "codecs": [],
            "metadata": [],
            "runs": [0, length, 0, length],
        }

    def _line(self) -> Row:
        line = {"article_id": f"a-{self.key}", "start": 0, "end": len(self.text), "label": "body", "score": 1.0}
        return {"id": f"l-{digest(self.key, 'l')}"} | line


def packed(vectors: Sequence[Floats]) -> list[str]:
    """Vectors as rows keep them: each a unit vector in 384 signed bytes, base64."""
    rows = np.stack(vectors)
    rows = rows * (127 / np.sqrt((rows * rows).sum(axis=1, keepdims=True)))
    whole = np.rint(rows).astype(np.int8).tobytes()
    return [b64encode(whole[at : at + WIDTH]).decode() for at in range(0, len(whole), WIDTH)]


def _told(one: Someone, span: Row | None) -> Row:
    return {
        "actor_id": one.id,
        "name": one.name,
        "kind": one.kind,
        "country": one.country,
        "resolved_by": "name" if span else "mention",
        "role": one.role,
        "affiliation": one.affiliation,
        "actor_by": "name" if one.id else "affiliation" if one.of else None,
        "member_of": one.of,
    }


def _actor(one: Someone | None, span: Row | None) -> Row | None:
    return _told(one, span) | {"mentions": [span] if span else []} if one else None


def _party(one: Someone, span: Row | None) -> Row:
    return _told(one, span) | {"span": span, "named": span}


def _place(spot: Spot | None, span: Row | None) -> Row | None:
    if not spot or not span:
        return None
    row = {"name": spot.name, "country": spot.country, "lat": spot.lat, "lon": spot.lon, "precision": spot.precision}
    return row | {"span": span}
