"""A small ledger made by hand: an invented quarrel of Ruva and Osta, with every table that reconciliation fills."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

from sayso.ledger import LedgerFolder, publish
from sayso.ledger.publish import _cell
from sayso.schema import tables

Row = dict[str, Any]

HOSTILE = "<script>alert(1)</script> [here](javascript:alert(1)) | `x` \x1b[31m \u202etxt.exe www.evil.example *b*"

POST = """Ostan guns shelled Karva at dawn, Ana Roth said on Monday. At least four people were killed, she said.

“We will hand over the two prisoners by March 9,” Roth said, if Osta stops its guns."""
DAILY = """“No gun of ours fired,” Pavel Dorn of the defence ministry said. One person had died of a fall, Dorn said. \
He denied it again. Dorn also denied that the school had been closed."""
WIRE = "Ostan guns shelled Karva at dawn, Ana Roth said on Monday."
LATE = f"The two prisoners were not handed over, Dorn said. {HOSTILE} was on a wall. A bridge at Selm was reopened."

TEXTS: dict[str, tuple[str | None, str | None, str | None, str]] = {
    "post": ("Ruva Post", "2026-03-02", "Guns over Karva", POST),
    "daily": ("Osta Daily", "2026-03-03T08:00:00Z", "Ministry rejects Karva story", DAILY),
    "wire": (None, None, None, WIRE),
    "late": ("Border Wire", "2026-03-12", HOSTILE, LATE),
}
"""Outlet, date, title and text of each article."""


class Small:
    """Rows by table, made with the fields a test names and the contract's empty values for the others."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)

    def add(self, table: str, **told: Any) -> Row:
        fields = tables()[table].fields
        empty: Row = {
            f.name: [] if f.shape.startswith("list<") and f.type not in ("range", "pairs") else None for f in fields
        }
        assert set(told) <= set(empty), f"{table} has no {set(told) - set(empty)}"
        row = {**empty, **told}
        self.rows[table].append(row)
        return row

    def article(self, key: str) -> Row:
        outlet, published, title, text = TEXTS[key]
        self.add("documents", id=f"d-{key}", sha256=f"d-{key}", uri=f"docs/{key}.txt", status="read", bytes=len(text))
        place = {"document_id": f"d-{key}", "uri": f"docs/{key}.txt"}
        known = {"title": title, "published": published, "outlet": outlet, "language": "en", "in_scope": True}
        return self.add("articles", id=f"a-{key}", text=text, position=1, complete=True, **place, **known)

    def statement(self, key: str, article: str, words: str, speaker: Row | None, act: str, **told: Any) -> Row:
        span = self.span(article, words)
        known = {
            "speaker": speaker,
            "raw": {"source": [], "cue": [], "content": [[span["start"] + 7, span["end"] + 7]]},
            "group": "ASSERT",
            "form": "indirect",
            "negated": False,
            "confidence": 0.9,
            "act_basis": "cue",
            "reality": "said",
        }
        return self.add("statements", id=f"s-{key}", content=[span], act=act, **{**self._in(article), **known, **told})

    def event(self, key: str, article: str, word: str, root: str, **told: Any) -> Row:
        span = self.span(article, word)
        known = {
            "raw_trigger": [[span["start"] + 7, span["end"] + 7]],
            "quad": 4,
            "reality": "actual",
            "basis": "frame",
        }
        known |= {"frame": "assault.shell", "confidence": 0.9, "contexts": []}
        return self.add("events", id=f"e-{key}", trigger=span, root=root, **{**self._in(article), **known, **told})

    def span(self, article: str, words: str) -> Row:
        text = TEXTS[article][3]
        start = text.index(words)
        return {"start": start, "end": start + len(words), "quote": words}

    def mention(self, article: str, words: str) -> Row:
        span = self.span(article, words)
        return {"article_id": f"a-{article}", "at": [span["start"], span["end"]], "quote": words}

    def _in(self, article: str) -> Row:
        return {"article_id": f"a-{article}", "document_id": f"d-{article}", "uri": f"docs/{article}.txt"}

    def publish(self, root: Path) -> Path:
        """The rows as a published ledger in a folder."""
        folder = LedgerFolder.create(root)
        publish(folder)
        with closing(sqlite3.connect(folder.database_path)) as database:
            for table, rows in self.rows.items():
                names = [field.name for field in tables()[table].fields]
                marks = ",".join("?" * len(names))
                database.executemany(
                    f'INSERT INTO "{table}" VALUES ({marks})', [[_cell(row[name]) for name in names] for row in rows]
                )
            database.commit()
        return root


def party(name: str, actor_id: str | None = None, **told: Any) -> Row:
    """Somebody of a row: a speaker, or one who does a deed or suffers it."""
    known = ("kind", "country", "resolved_by", "role", "affiliation", "actor_by", "member_of", "span", "named")
    return {"actor_id": actor_id, "name": name, **dict.fromkeys(known), "resolved_by": "name", **told}


ROTH = party("Ana Roth", "a-roth", role="spokeswoman", member_of="ruv-army")
DORN = party("Pavel Dorn", "a-dorn")
OSTA, RUVA = party("Osta", "ost"), party("Ruva", "ruv")


def quarrel() -> Small:
    """The whole quarrel."""
    small = Small()
    for key in TEXTS:
        small.article(key)
    next(row for row in small.rows["articles"] if row["id"] == "a-wire").update(copy_of="a-post", copy_kind="whole")
    _say(small)
    _do(small)
    _settle(small)
    return small


def _say(small: Small) -> None:
    shelled = "Ostan guns shelled Karva at dawn"
    small.statement("guns", "post", shelled, ROTH, "accusation", origin_id="o-roth", claim_id="c-shelled", target=OSTA)
    small.statement("wired", "wire", shelled, ROTH, "accusation", origin_id="o-roth", claim_id="c-shelled", target=OSTA)
    small.statement("four", "post", "At least four people were killed", ROTH, "claim")
    small.statement("pledge", "post", "We will hand over the two prisoners by March 9", ROTH, "assurance")
    small.statement(
        "nofire", "daily", "No gun of ours fired", DORN, "denial", claim_id="c-shelled", said_on="2026-03-03"
    )
    small.statement("one", "daily", "One person had died of a fall", DORN, "claim")
    small.statement("it", "daily", "it", DORN, "denial")
    small.statement("school", "daily", "the school had been closed", DORN, "denial")
    small.statement("broken", "late", "The two prisoners were not handed over", DORN, "accusation")


def _do(small: Small) -> None:
    karva = {"name": "Karva", "country": "RUV", "lat": 1.0, "lon": 2.0, "precision": 1, "span": None}
    sides = {"actors": [OSTA], "recipients": [RUVA], "place": karva, "date": "2026-03-02", "happening_id": "h-karva"}
    small.event("guns", "post", "shelled", "ASSAULT", asserted_by="s-guns", origin_id="o-roth", **sides)
    for key, article, word, low, high in (("four", "post", "killed", 4, None), ("one", "daily", "died", 1, 1)):
        span = small.span(article, "At least four" if key == "four" else "One person")
        figure = {"slot": "killed", "low": low, "high": high, "span": span}
        small.event(
            key, article, word, "ASSAULT", asserted_by=f"s-{key}", killed=[low, high], figures=[figure], **sides
        )
    small.event("bridge", "late", "reopened", "RETREAT", date="2026-03-11", happening_id="h-bridge")
    toll = {"slot": "killed", "words": "", "by": None}
    small.add(
        "happenings", id="h-karva", text="shelled", root="ASSAULT", date="2026-03-02", place=karva, origins=3,
        reports=3, events=["e-guns", "e-four", "e-one"], killed={"low": 1, "high": None, "conflicting": True},
        actors=["Osta"], recipients=["Ruva"],
        tolls=[{**toll, "low": 4, "high": None, "row": "e-four"}, {**toll, "low": 1, "high": 1, "row": "e-one"}],
    )  # fmt: skip
    small.add(
        "happenings", id="h-bridge", text="reopened", root="RETREAT", date="2026-03-11", origins=1, reports=1,
        events=["e-bridge"],
    )  # fmt: skip


def _settle(small: Small) -> None:
    small.add(
        "claims", id="c-shelled", text="Ostan guns shelled Karva at dawn", verdict="contested", origins=1, reports=2,
        asserted=["s-guns", "s-wired"], denied=["s-nofire"], rule="contested: s-nofire denies s-guns",
    )  # fmt: skip
    small.add(
        "claims", id="c-four", text="four killed", verdict="single-origin", origins=1, reports=1, asserted=["s-four"],
        events=["e-bridge"],
    )  # fmt: skip
    for to in ("s-guns", "s-wired", "c-shelled"):
        small.add(
            "links", **{"from": "s-nofire"}, id=f"l-{to}", type="denies", to=to, score=0.8, scope="whole",
            evidence=[small.span("daily", "No gun of ours fired")], why="the same deed, opposite sense",
        )  # fmt: skip
    states = [
        {"as_of": "2026-03-02", "fulfilment": "made", "verification": "none", "asserted_by": "Ana Roth",
         "basis": ["s-pledge"]},
        {"as_of": "2026-03-12", "fulfilment": "breach_alleged", "verification": "alleged_by_party",
         "asserted_by": "a-dorn", "basis": ["s-broken"]},
    ]  # fmt: skip
    terms = small.span("post", "hand over the two prisoners by March 9")
    small.add(
        "commitments", id="k-prisoners", kind="assurance", form="spoken", by=[RUVA], to=[OSTA], terms=terms,
        article_id="a-post", document_id="d-post", uri="docs/post.txt", made_on="2026-03-02", due_by="2026-03-09",
        condition=small.span("post", "if Osta stops its guns"), statement_id="s-pledge", status=states,
        mentions=[small.mention("late", "The two prisoners")], current="breach_alleged",
        raw_terms=[[terms["start"] + 7, terms["end"] + 7]], confidence=0.8, basis="act assurance", reports=2,
    )  # fmt: skip
    small.add(
        "numbers", id="n-karva", a="e-four", b="e-one", slot="killed", relation="conflict", a_range=[4, None],
        b_range=[1, 1], happening_id="h-karva", why="at least 4 is more than 1",
    )  # fmt: skip
    small.add("origins", id="o-roth", kind="utterance", rows=["s-guns", "s-wired"], reason="copy", who="Ana Roth")
    small.add("stories", id="y-karva", members=["a-post", "a-daily"], text="Guns over Karva", since="2026-03-02")
    small.add("actors", id="a-roth", name="Ana Roth", aliases=["Roth"], kind="person", country="RUV",
              roles=[{"role": "spokeswoman", "of": "ruv-army", "from": None, "to": None}])  # fmt: skip
    small.add("actors", id="a-dorn", name="Pavel Dorn", aliases=["Dorn"], kind="person", country="OST")
    small.add("actors", id="ost", name="Republic of Osta", aliases=["Osta"], kind="state", country="OST")
