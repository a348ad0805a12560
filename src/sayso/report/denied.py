"""Denials in, the section on what is denied out: each beside the words it denies, in this or another document."""

from __future__ import annotations

from typing import Any

from sayso.report.parts import Item, Line, Section, own
from sayso.report.sections import Ground, section_of
from sayso.report.words import phrase

__all__ = ["denied"]

Row = dict[str, Any]


def denied(ground: Ground) -> Section:
    """Denials and what they deny."""
    found = [row for row in _denials(ground) if _is_asked(row, ground)]
    found.sort(key=lambda row: row["id"])
    found.sort(key=lambda row: ground.pile.told_on(row) or "", reverse=True)
    # A denial that several articles quote is one.
    told: dict[str, list[Row]] = {}
    for row in found:
        told.setdefault(row["origin_id"] or row["id"], []).append(row)
    answered = {key for key, rows in told.items() if any(_targets(row, ground) for row in rows)}
    return section_of(
        "denied",
        "Denials",
        "Newest first. A denial stands beside what it denies; it never takes it away.",
        "statements",
        {
            "Of what somebody in the pile says": [{"rows": rows} for key, rows in told.items() if key in answered],
            "Of what nobody in the pile is found to say": [
                {"rows": rows} for key, rows in told.items() if key not in answered
            ],
        },
        lambda row: _item(row["rows"], ground),
        ground,
    )


def _denials(ground: Ground) -> list[Row]:
    """Statements that deny: by what they do, or by a link that says so."""
    linked = {link["from"] for link in ground.pile.links if link["type"] == "denies"}
    return [
        row
        for row in ground.pile.rows("statements")
        if (row["act"] == "denial" and not row["negated"] and row["reality"] == "said") or row["id"] in linked
    ]


def _targets(row: Row, ground: Ground) -> list[Row]:
    links = ground.pile.links_from.get(row["id"], [])
    return sorted((link for link in links if link["type"] == "denies"), key=lambda link: link["to"])


def _is_asked(row: Row, ground: Ground) -> bool:
    asked = ground.selection
    if asked.is_everything:
        return True
    targets = [one for link in _targets(row, ground) if (one := ground.pile.find(link["to"]))]
    rows = [row, *(one for table, one in targets if table == "statements")]
    parties = [one[key] for one in rows for key in ("speaker", "addressee", "target")]
    words = [span["quote"] for one in rows for span in one["content"]]
    places = [one["place"] for table, one in targets if table == "events"]
    return asked.takes_day(ground.pile.told_on(row)) and asked.takes_party(parties) and asked.takes_place(places, words)


def _item(rows: list[Row], ground: Ground) -> Item:
    lead = ground.teller.rows([row["id"] for row in rows])[0]
    targets: dict[str, dict[str, None]] = {}
    for row in rows:
        for link in _targets(row, ground):
            targets.setdefault(link["scope"] or "", {})[link["to"]] = None
    _leave_out_claims(targets, ground)
    lines = [line for scope in sorted(targets) for line in _denied(scope, list(targets[scope]), ground)]
    return Item(rows[0]["id"], lead, tuple(lines))


def _leave_out_claims(targets: dict[str, dict[str, None]], ground: Ground) -> None:
    """A claim is told by the statements that assert it: where one of them is denied, it would be told twice."""
    denied_ids = {one for ids in targets.values() for one in ids}
    for ids in targets.values():
        for row_id in list(ids):
            claim = ground.pile.row(row_id, "claims")
            if claim and denied_ids.intersection((*claim["asserted"], *claim["events"])):
                del ids[row_id]


def _denied(scope: str, ids: list[str], ground: Ground) -> list[Line]:
    """What a denial denies, with how much of it; what one origin says is told once."""
    found = [one for row_id in ids if (one := ground.pile.find(row_id))]
    rows = ground.teller.rows([row["id"] for _, row in found])
    others = [ground.teller.row(row["id"]) for table, row in found if table not in ("statements", "events")]
    words = f" ({phrase('scopes', scope)})" if scope else ""
    return [(own(f"What it denies{words}: "), *line) for line in (*rows, *others) if line]
