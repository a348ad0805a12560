"""Commitments in, the section on promises out: what became of each, on whose word, on both axes, with its dates."""

from __future__ import annotations

from typing import Any

from sayso.report.days import bounds
from sayso.report.evidence import Stretch
from sayso.report.parts import Item, Line, Run, Section, detail, name, own, quote
from sayso.report.sections import Ground, section_of
from sayso.report.spelled import spelled
from sayso.report.telling import day_of, joined, outlet_of, shown
from sayso.report.words import phrase, plain, standings

__all__ = ["promised"]

Row = dict[str, Any]

_OPEN = "Open"


def promised(ground: Ground) -> Section:
    """Promises, demands, offers, agreements and threats, by how they stand at the latest date of the pile."""
    rows = [row for row in ground.pile.rows("commitments") if _is_asked(row, ground)]
    rows.sort(key=lambda row: row["id"])
    rows.sort(key=lambda row: (bounds(row["made_on"]) or ("", ""))[1], reverse=True)
    return section_of(
        "promised",
        "Promises, demands and threats",
        "By how each stands at the latest date of the pile, newest first. What a party alone alleges is an allegation: "
        "it settles no breach. Nothing heard is not the same as nothing done.",
        "commitments",
        {title: [row for row in rows if _current(row) in states] for title, states in standings().items()},
        lambda row: _item(row, ground),
        ground,
    )


def _current(row: Row) -> str:
    """The fulfilment that stands; one that is only told of is made, a demand demanded."""
    last = row["status"][-1]["fulfilment"] if row["status"] else None
    current = row["current"] or last or ("demanded" if row["kind"] == "demand" else "made")
    return current if any(current in states for states in standings().values()) else "made"


def _is_asked(row: Row, ground: Ground) -> bool:
    asked = ground.selection
    said = ground.pile.row(row["statement_id"], "statements")
    event = ground.pile.row(row["event_id"], "events")
    days = [row["made_on"], row["due_by"], *(state["as_of"] for state in row["status"])]
    parties = [*row["by"], *row["to"], *row["beneficiary"], *([said["speaker"]] if said else [])]
    words = [row["terms"]["quote"], *(row[key]["quote"] for key in ("condition", "mechanism") if row[key])]
    return (
        asked.takes_day(*(days if any(days) else [ground.pile.published(row["article_id"])]))
        and asked.takes_party(parties)
        and asked.takes_place([event["place"]] if event else [], words)
    )


def _item(row: Row, ground: Ground) -> Item:
    lead = ground.teller.commitment(row)
    parts = (_dates(row, ground), *_hinges(row, ground), _stands(row), *_history(row, ground), _mentions(row, ground))
    return Item(row["id"], lead, tuple(part for part in parts if part))


def _dates(row: Row, ground: Ground) -> Line:
    line: list[Run] = [own("Made "), name(day_of(row["made_on"]) if row["made_on"] else "on a day not told")]
    if row["due_by"]:
        line += [own("; due by "), name(day_of(row["due_by"]))]
        due, pile = bounds(row["due_by"]), ground.pile.dates
        if due and pile and due[1] < pile[1]:
            line += [own(", which is past at the latest date of the pile")]
    return (*line, own("."))


def _hinges(row: Row, ground: Ground) -> list[Line]:
    """The condition it hangs on, and who is to see that it is kept."""
    out: list[Line] = []
    for key, words in (("condition", "On condition: "), ("mechanism", "Who is to see to it: ")):
        if span := row[key]:
            stretch = Stretch(row["article_id"], span["start"], span["end"])
            note = ground.teller.notes.at("commitments", row["id"], stretch)
            out.append((own(words), quote(shown(span["quote"])), note, own(".")))
    return out


def _stands(row: Row) -> Line:
    state = next((one for one in reversed(row["status"]) if one["fulfilment"] == _current(row)), None)
    words = f"Stands as: {phrase('fulfilments', _current(row))}"
    return (own(f"{words}; {phrase('verifications', state['verification'])}." if state else f"{words}."),)


def _history(row: Row, ground: Ground) -> list[Line]:
    return [_state(state, ground) for state in row["status"]]


def _state(state: Row, ground: Ground) -> Line:
    """A dated state: what, borne out by whom, on whose word, and the rows it stands on."""
    told = f": {phrase('fulfilments', state['fulfilment'])}; {phrase('verifications', state['verification'])}"
    line: list[Run] = [own("As of "), name(day_of(state["as_of"])), own(told)]
    if state["asserted_by"]:
        line += [own("; on the word of "), name(_word(state, ground))]
    basis = [ground.pile.find(one) for one in state["basis"]]
    line += [note for found in basis if found for note in ground.teller.notes.of(*found)]
    return (*line, own("."))


def _word(state: Row, ground: Ground) -> str:
    """Who asserts a state: the name of an actor, where its id is given."""
    actor = ground.pile.row(state["asserted_by"], "actors")
    return plain(actor["name"]) if actor else spelled(state["asserted_by"], state["basis"], ground.pile)


def _mentions(row: Row, ground: Ground) -> Line:
    """Where else it is told."""
    if not row["mentions"]:
        return ()
    cited: list[Line] = []
    for mention in row["mentions"]:
        article = ground.pile.article(mention["article_id"])
        stretch = Stretch(mention["article_id"], *mention["at"])
        note = ground.teller.notes.at("commitments", row["id"], stretch)
        cited.append((detail(f"{outlet_of(article)}, {day_of(article['published'])}"), note))
    return (own("Told also by "), *joined(cited), own("."))
