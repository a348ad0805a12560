"""An event as a person reads it: a row in; who is reported to have done what to whom, on whose word, out."""

from __future__ import annotations

from typing import Any

from sayso.cli.view import article_line, fact, places, plain

__all__ = ["event_lines"]

Row = dict[str, Any]


def event_lines(row: Row, article: Row | None, statement: Row | None) -> str:
    """Who, what, to whom, when and where, on whose word, and the characters that tell it."""
    code = " · ".join(part for part in (row["root"], row["mode"], row["reality"]) if part)
    facts = [
        ("who", _parties(row["actors"]) or "nobody named"),
        ("did", f"{plain(row['trigger']['quote'])} · {code} · quad {row['quad']}"),
        ("to", _parties(row["recipients"])),
        ("counts", ", ".join(_figure(figure) for figure in row["figures"])),
        ("on", _day(row)),
        ("where", _place(row["place"])),
        ("word", _word(row, statement)),
        ("in", article_line(article) if article else row["uri"]),
        ("at", f"{row['uri']}, characters {places(row['raw_trigger'])} of the original"),
        ("code", f"{row['frame']} ({row['basis']}), confidence {row['confidence']:.2f}"),
        ("row", row["id"]),
    ]
    return "\n".join(fact(name, plain(value)) for name, value in facts if value)


def _parties(parties: list[Row]) -> str:
    return "; ".join(_party(party) for party in parties)


def _party(party: Row) -> str:
    told = [party["country"]] if party["country"] else []
    told += [party["actor_id"]] if party["actor_id"] else []
    inferred = "not named here: the other side" if party["resolved_by"] == "other side" else ""
    extra = ", ".join([*told, *([inferred] if inferred else [])])
    return f"{party['name']} [{extra}]" if extra else str(party["name"])


def _figure(figure: Row) -> str:
    low, high = figure["low"], figure["high"]
    bounds = (
        str(low)
        if low == high and low is not None
        else f"{low if low is not None else '?'} to {high if high is not None else '?'}"
    )
    return f"{figure['slot']} {bounds} (“{plain(figure['span']['quote'])}”)"


def _day(row: Row) -> str:
    if not row["date"]:
        return ""
    words = f"  (“{plain(row['when']['quote'])}”)" if row["when"] else ""
    return f"{row['date']}{words}"


def _place(place: Row | None) -> str:
    if place is None:
        return ""
    where = f" [{place['country']}]" if place["country"] else ""
    known = {1: "", 2: ", near", 3: ", a province", 4: ", a country"}.get(place["precision"], ", on no map we have")
    return f"{place['name']}{where}{known}"


def _word(row: Row, statement: Row | None) -> str:
    """On whose say-so."""
    if not row["asserted_by"]:
        return "the outlet's own"
    speaker = (statement or {}).get("speaker")
    who = speaker["name"] if speaker else "somebody unnamed"
    return f"{who}, in {row['asserted_by']}"
