"""The id of a row in; the row in words, the rule that made it, and the rows it stands on with their evidence, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.report.evidence import Notes, Stretch
from sayso.report.parts import Line, Note, Run, name, own, quote
from sayso.report.pile import Pile
from sayso.report.rules import rule_of
from sayso.report.spelled import spelled
from sayso.report.standing import standing_on
from sayso.report.telling import Teller, day_of, names_of, outlet_of, shown
from sayso.report.words import bounds_words, phrase, plain, plural

__all__ = ["Explanation", "Stood", "explanation_of"]

Row = dict[str, Any]
Rule = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stood:
    """A row that another stands on: what it does for it, the row in words, what made it, and its evidence."""

    how: str
    row: str
    table: str
    line: Line
    rule: Rule
    evidence: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a row stands as it does; `more` counts the rows it stands on that are not shown."""

    row: str
    table: str
    lines: tuple[Line, ...]
    rule: Rule
    evidence: tuple[Note, ...]
    stands_on: tuple[Stood, ...]
    more: int = 0


def explanation_of(ledger: Ledger, row_id: str, most: int = 20) -> Explanation:
    """Why a row stands as it does; UsageError E102 where no single row has the id, or one that begins so.

    >>> explanation_of(Ledger("border"), "c-2f9e61d0aa17b2c4").rule  # doctest: +SKIP
    (('verdict by the rule', 'contested: 1 row denies it'),)
    """
    pile = Pile(ledger)
    found = ledger.database.row(row_id) if row_id else None
    if found is None:
        raise UsageError(
            "E102",
            f"no single row has the id {row_id!r}, or one that begins so; ids stand beside each item of 'sayso report' "
            "and in 'sayso show TABLE'",
        )
    return _Explainer(pile).explained(*found, most)


class _Explainer:
    """Tells rows of every table, with the notes they stand on."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.notes = Notes(pile)
        self.teller = Teller(pile, self.notes)

    def explained(self, table: str, row: Row, most: int) -> Explanation:
        pairs = _by_row(standing_on(table, row, self.pile))
        lines = self._lines(table, row)
        told = [(how, one, found) for how, one in pairs[:most] if (found := self.pile.find(one))]
        stood = [(how, found, self._lines(*found)[0]) for how, _, found in told]
        notes = self.notes.all()
        return Explanation(
            row["id"],
            table,
            lines,
            rule_of(table, row),
            _cited(lines, notes),
            tuple(
                Stood(how, one["id"], of, line, rule_of(of, one), _cited((line,), notes))
                for how, (of, one), line in stood
            ),
            max(0, len(pairs) - most),
        )

    def _lines(self, table: str, row: Row) -> tuple[Line, ...]:
        """A row in words; its first line alone tells which it is."""
        tell = getattr(self, f"_of_{table}", None)
        lines: tuple[Line, ...] = tell(row) if tell else self._of_fields(row)
        return lines

    def _of_fields(self, row: Row) -> tuple[Line, ...]:
        told = [(key, value) for key, value in row.items() if value is not None and value != []]
        return tuple((own(f"{key}: "), name(shown(str(value)))) for key, value in told)

    def _of_statements(self, row: Row) -> tuple[Line, ...]:
        quotes = {key: row[key]["quote"] for key in ("source", "cue", "when") if row[key]}
        told: list[Run] = [own(f"Read as {plain(row['act'])} ({row['group']}), {row['form']}")]
        for key, words in (("source", "; its source named as "), ("cue", "; told by "), ("when", "; dated by ")):
            told += [own(words), quote(shown(quotes[key]))] if key in quotes else []
        return (self.teller.statement(row), tuple(told))

    def _of_events(self, row: Row) -> tuple[Line, ...]:
        code = " ".join(part for part in (row["root"], row["mode"]) if part)
        by, to = names_of(row["actors"]), names_of(row["recipients"])
        line: list[Run] = [own(f"Coded as {code}, {phrase('roots', row['root'])}")]
        for words, names in ((": by ", by), (", to " if by else ": to ", to)):
            line += [own(words), name(names)] if names else []
        counts = [
            f"{phrase('slots', one['slot']).lower()} {bounds_words(one['low'], one['high'])}" for one in row["figures"]
        ]
        line += [own(f"; {', '.join(counts)}")] if counts else []
        return (self.teller.event(row), tuple(line))

    def _of_commitments(self, row: Row) -> tuple[Line, ...]:
        made: Line = (own("Made "), name(day_of(row["made_on"])))
        made = (*made, own("; due by "), name(day_of(row["due_by"]))) if row["due_by"] else made
        for key, words in (("condition", "; on condition "), ("mechanism", "; seen to by ")):
            made = (*made, own(words), quote(shown(row[key]["quote"]))) if row[key] else made
        stands = (own(f"Stands as: {phrase('fulfilments', row['current']) or 'made, no state is told'}"),)
        states = [
            (own("As of "), name(day_of(state["as_of"])), own(f": {self._state(state)}")) for state in row["status"]
        ]
        return (self.teller.commitment(row), made, stands, *states, *self._mentioned(row))

    def _mentioned(self, row: Row) -> tuple[Line, ...]:
        """Where else a commitment is told."""
        return tuple(
            (
                own("Told also in "),
                name(outlet_of(article)),
                own(f", {day_of(article['published'])}: "),
                quote(shown(mention["quote"])),
                self.notes.at("commitments", row["id"], Stretch(mention["article_id"], *mention["at"])),
            )
            for mention in row["mentions"]
            if (article := self.pile.article(mention["article_id"]))
        )

    def _state(self, state: Row) -> str:
        told = f"{phrase('fulfilments', state['fulfilment'])}; {phrase('verifications', state['verification'])}"
        return (
            f"{told}; on the word of {spelled(state['asserted_by'], state['basis'], self.pile)}"
            if state["asserted_by"]
            else told
        )

    def _of_claims(self, row: Row) -> tuple[Line, ...]:
        claim = (own("Claim "), *self.teller.claim(row)[1:])
        counted = f"{plural(row['origins'], 'origin')}, {plural(row['reports'], 'report')}"
        return (claim, (own(f"{phrase('verdicts', row['verdict'])}. {counted}."),))

    def _of_happenings(self, row: Row) -> tuple[Line, ...]:
        place = spelled(row["place"]["name"], row["events"], self.pile) if row["place"] else "no place told"
        lead = own(f": {phrase('roots', row['root'])} as reported, told best by the word ")
        line = (name(f"{day_of(row['date'])}, {place}"), lead, quote(shown(row["text"])))
        tolls = [
            (own(f"{phrase('slots', slot)}, as told: {bounds_words(row[slot]['low'], row[slot]['high'])}"
                 f"{', figures that cannot all be so' if row[slot]['conflicting'] else ''}"),)
            for slot in ("killed", "injured") if row[slot]
        ]  # fmt: skip
        counted = (own(f"{plural(row['origins'], 'origin')}, {plural(row['reports'], 'report')}"),)
        return (line, *tolls, counted)

    def _of_numbers(self, row: Row) -> tuple[Line, ...]:
        one, other = (bounds_words(*(row[key] or (None, None))) for key in ("a_range", "b_range"))
        lead = f"{phrase('slots', row['slot'])}: {one} and {other}; "
        return ((own(lead + phrase("relations", row["relation"])),),)

    def _of_links(self, row: Row) -> tuple[Line, ...]:
        scope = f" ({phrase('scopes', row['scope'])})" if row["scope"] else ""
        return ((name(row["from"]), own(f" {phrase('links', row['type'])} "), name(row["to"]), own(scope)),)

    def _of_origins(self, row: Row) -> tuple[Line, ...]:
        who = f" of {spelled(row['who'], row['rows'], self.pile)}" if row["who"] else ""
        line = (own(f"One {row['kind']}"), name(who), own(f", behind {plural(len(row['rows']), 'row')}"))
        reasons = [phrase("reasons", one) for one in (row["reason"] or "").split(", ") if one]
        return (line, *(((own(f"They are one: {'; '.join(reasons)}"),),) if reasons else ()))

    def _of_stories(self, row: Row) -> tuple[Line, ...]:
        days = f", {day_of(row['since'])} to {day_of(row['until'])}" if row["since"] else ""
        return (
            (own("Story: "), quote(shown(row["text"] or "")), own(f", {plural(len(row['members']), 'article')}{days}")),
        )

    def _of_articles(self, row: Row) -> tuple[Line, ...]:
        where = f"{outlet_of(row)}, {day_of(row['published'])}"
        return ((own("Article "), quote(shown(row["title"] or "without a title")), own(" in "), name(where)),)

    def _of_actors(self, row: Row) -> tuple[Line, ...]:
        roles = [f"{role['role']} of {role['of']}" if role["of"] else role["role"] for role in row["roles"]]
        told = [row["kind"], row["country"], *roles]
        line = (name(plain(row["name"])), own(f" ({', '.join(plain(one) for one in told if one)})"))
        also = ((own("Also: "), name(names_of(row["aliases"]))),) if row["aliases"] else ()
        return (line, *also)


def _by_row(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows that another stands on, each once, with all that it does for it."""
    told: dict[str, list[str]] = {}
    for how, row_id in pairs:
        told.setdefault(row_id, []).append(how)
    return [("; ".join(hows), row_id) for row_id, hows in told.items()]


def _cited(lines: tuple[Line, ...], notes: tuple[Note, ...]) -> tuple[Note, ...]:
    numbers = dict.fromkeys(int(run.text) for line in lines for run in line if run.kind == "note")
    return tuple(notes[number - 1] for number in numbers)
