"""Rows in, the lines that tell them out: always who says so and where, never that it is so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.report.evidence import Notes, stretches_of
from sayso.report.parts import Line, Run, detail, name, own, quote
from sayso.report.pile import Pile
from sayso.report.words import bounds_words, phrase, plain

__all__ = ["Teller", "called", "day_of", "joined", "names_of", "outlet_of", "shown"]

Row = dict[str, Any]

_LONGEST = 280
NOBODY = "somebody not named"


def shown(words: str, longest: int = _LONGEST) -> str:
    """Words as a line quotes them: whole, or cut between words with the mark of an omission.

    >>> shown("We did not fire on anybody", 20)
    'We did not fire […]'
    """
    flat = plain(words)
    if len(flat) <= longest:
        return flat
    return f"{flat[: longest - 3].rsplit(' ', 1)[0]} […]"


def called(party: Row | None) -> str:
    """Who a party is: the name, with what the article tells of its bearer.

    >>> called({"name": "Ana Roth", "role": "spokeswoman", "affiliation": "Army of Ruva"})
    'Ana Roth (spokeswoman, Army of Ruva)'
    """
    if not party or not party.get("name"):
        return NOBODY
    known = plain(party["name"])
    told = [plain(part) for part in (party.get("role"), party.get("affiliation")) if part]
    told = [part for part in told if part.casefold() not in known.casefold()]
    return f"{known} ({', '.join(told)})" if told else known


def day_of(value: str | None) -> str:
    """A date as it stands in a line: the day, without its time.

    >>> day_of("2026-01-07T18:10:00+07:00"), day_of("2026-01"), day_of(None)
    ('2026-01-07', '2026-01', 'undated')
    """
    return plain(value.partition("T")[0]) if value else "undated"


def outlet_of(article: Row) -> str:
    """The outlet of an article, by its name, or else the name of its document.

    >>> outlet_of({"outlet": None, "uri": "docs/a.txt"})
    'a.txt'
    """
    return plain(article["outlet"] or article["uri"].rpartition("/")[2])


def names_of(parties: Iterable[Row | str]) -> str:
    """The names of parties, each once, in their order.

    >>> names_of([{"name": "Ana Roth"}, {"name": "Ana Roth"}, "the Rovik Front", {"name": "Ruva"}])
    'Ana Roth, the Rovik Front and Ruva'
    """
    names = [plain(party if isinstance(party, str) else party.get("name") or "") for party in parties]
    once = [one for one in dict.fromkeys(names) if one]
    return f"{', '.join(once[:-1])} and {once[-1]}" if len(once) > 1 else "".join(once)


def joined(lines: Sequence[Line], between: str = "; ") -> Line:
    """Lines as one.

    >>> joined([(own("a"),), (own("b"),)])
    (Run(kind='own', text='a'), Run(kind='own', text='; '), Run(kind='own', text='b'))
    """
    out: list[Run] = []
    for at, line in enumerate(lines):
        out += [own(between)] if at else []
        out += line
    return tuple(out)


def _words_of(row: Row) -> str:
    """What a statement says, in one piece."""
    return " ".join(span["quote"] for span in row.get("content") or ())


class Teller:
    """Tells rows of a pile, and puts what they stand on among the notes."""

    def __init__(self, pile: Pile, notes: Notes) -> None:
        self.pile = pile
        self.notes = notes

    def where(self, row: Row) -> Line:
        """The outlet and day of the article that a row stands in: `(Lanna Wire, 2026-01-06)`."""
        article = self.pile.article(row["article_id"])
        return own(" ("), detail(f"{outlet_of(article)}, {day_of(article['published'])}"), own(")")

    def statement(self, row: Row) -> Line:
        """Who says what: `Ana Roth denies (outlet, day): “...”[1]`."""
        verb = "is reported not to have said" if row["negated"] else phrase("acts", row["act"])
        if row["reality"] in ("future", "hypothetical") and not row["negated"]:
            verb = f"{verb} (not yet said, as reported)"
        words = quote(self.words("statements", row))
        return (
            name(called(row["speaker"])), own(f" {verb}"), *self.where(row), own(": "), words,
            *self.notes.of("statements", row),
        )  # fmt: skip

    def words(self, table: str, row: Row) -> str:
        """The words that a row stands on, as a line quotes them."""
        stretches = stretches_of(table, row, self.pile)
        texts = [self.pile.article(one.article_id)["text"][one.start : one.end] for one in stretches]
        return shown(" […] ".join(texts))

    def event(self, row: Row) -> Line:
        """On whose word an event is, and the sentence that tells it."""
        return (*self.word_of(row), own(": "), quote(self.words("events", row)), *self.notes.of("events", row))

    def word_of(self, row: Row) -> Line:
        """On whose word an event is: of the speaker it is put down to, or of the outlet in its own voice."""
        said = self.pile.row(row["asserted_by"], "statements")
        if said is not None:
            return (own("On the word of "), name(called(said["speaker"])), *self.where(row))
        article = self.pile.article(row["article_id"])
        day = detail(day_of(article["published"]))
        return (name(outlet_of(article)), own(" in its own voice ("), day, own(")"))

    def row(self, row_id: str) -> Line | None:
        """A row by its id, whichever table it stands in; None where there is none or it has no words."""
        found = self.pile.find(row_id)
        if found is None:
            return None
        table, row = found
        if table == "statements":
            return self.statement(row)
        if table == "events":
            return self.event(row)
        if table == "commitments":
            return self.commitment(row)
        if table == "claims":
            return self.claim(row)
        return (own(f"{table[:-1]} "), name(row_id))

    def rows(self, row_ids: Iterable[str]) -> list[Line]:
        """Rows by their ids, each told once: those of one origin are one line that cites the others after the first."""
        leads: dict[str, list[tuple[str, Row]]] = {}
        for row_id in row_ids:
            found = self.pile.find(row_id)
            if found is not None and found[0] in ("statements", "events"):
                leads.setdefault(self._once(*found), []).append(found)
        return [self._with_repeats(found) for found in leads.values()]

    def _once(self, table: str, row: Row) -> str:
        """What rows that make one line share: their origin, or the sentence and whose word it is."""
        if row["origin_id"]:
            return f"{table} {row['origin_id']}"
        if table == "statements":
            return str(row["id"])
        stretch = next(stretches_of(table, row, self.pile))
        return f"{stretch.article_id} {stretch.start} {stretch.end} {row['asserted_by']}"

    def _with_repeats(self, found: Sequence[tuple[str, Row]]) -> Line:
        (table, first), *others = found
        line: Line = self.statement(first) if table == "statements" else self.event(first)
        here = {run.text for run in line if run.kind == "note"}
        again: list[Line] = []
        for other_table, other in others:
            notes = self.notes.of(other_table, other)
            if not {note.text for note in notes} <= here:
                article = self.pile.article(other["article_id"])
                again.append((detail(f"{outlet_of(article)}, {day_of(article['published'])}"), *notes))
                here |= {note.text for note in notes}
        return (*line, own("; the same again in "), *joined(again, ", ")) if again else line

    def claim(self, row: Row) -> Line:
        """A claim by the words of the row that asserts it best."""
        found = [one for row_id in (*row["asserted"], *row["events"]) if (one := self.pile.find(row_id))]
        told = next((one for one in found if _words_of(one[1]) == row["text"]), found[0] if found else None)
        return (own("the claim "), quote(shown(row["text"])), *(self.notes.of(*told) if told else []))

    def commitment(self, row: Row) -> Line:
        """A commitment: its kind and form, who is bound by it, to whom, and its terms."""
        form = phrase("forms", row["form"])
        line: list[Run] = [own(phrase("kinds", row["kind"]) + (f" ({form})" if form else ""))]
        for word, key in ((" by ", "by"), (" to ", "to"), (", for ", "beneficiary")):
            if names := names_of(row[key]):
                line += [own(word), name(names)]
        return (*line, own(": "), quote(shown(row["terms"]["quote"])), *self.notes.of("commitments", row))

    def figure(self, row: Row, slot: str, told: Sequence[int | None] | None) -> Line:
        """Who tells which number: `Ana Roth (Ruva Post, 2026-01-06): at least 11 (“at least 11”)[3]`."""
        table = "statements" if "content" in row else "events"
        figure = next((one for one in row.get("figures") or () if one["slot"] == slot), None)
        low, high = (figure["low"], figure["high"]) if figure else tuple(told or (None, None))
        said = row if table == "statements" else self.pile.row(row["asserted_by"], "statements")
        who: Line = (name(called(said["speaker"])), *self.where(row)) if said else self.word_of(row)
        words: Line = (own(" ("), quote(shown(figure["span"]["quote"])), own(")")) if figure else ()
        return (*who, own(f": {bounds_words(low, high)}"), *words, *self.notes.of(table, row))
