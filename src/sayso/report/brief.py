"""A ledger and what is asked of it in; the brief an analyst would hand on out.

The head tells what pile it is, the sections what reports tell, the foot how it was made and what it cannot tell.
Nothing in it comes from a clock: its day is the pile's own latest.
"""

from __future__ import annotations

from sayso import __version__
from sayso.ledger import Ledger
from sayso.report.claimed import claimed, single
from sayso.report.counted import counted
from sayso.report.denied import denied
from sayso.report.evidence import Notes
from sayso.report.happened import happened
from sayso.report.parts import Brief, Line, Section, name, own
from sayso.report.pile import Pile
from sayso.report.promised import promised
from sayso.report.sections import Ground
from sayso.report.selection import Selection
from sayso.report.telling import Teller
from sayso.report.words import phrase, plain, plural

__all__ = ["brief_of"]

_SECTIONS = (happened, claimed, denied, promised, counted, single)

_FOOT = tuple(
    " ".join(words.split())
    for words in (
        """Sayso tells who says what. It calls no claim true or false: a verdict counts who says so and who denies it,
        and nothing else.""",
        """An origin is one utterance, or one reporter's own observation. Copies, agency credits and one speaker quoted
        by many outlets are one origin: the number of reports is not the number of origins.""",
        """A breach of a promise is settled only by who is bound by it, by a neutral finding, or by an analyst's
        decision; an adversary's word makes it alleged. Where nothing was heard, nothing is known.""",
        """Rows were read by a program: they can be wrong, and what it did not read is not here. Every note quotes the
        exact characters of the stored text; check it before you rely on the line.""",
        """Words between “ ” are quoted; where they hold such marks themselves, they stand between « ». […] marks what
        a line leaves out and its note has; � stands for characters that would steer a screen or a page.""",
        """Dates are only as precise as the text gives them. Rows without a date are left out where a time was asked
        for.""",
        """An id stands beside each item: 'sayso explain ID' prints the rule that made it and the rows it stands
        on.""",
    )
)


def brief_of(ledger: Ledger, selection: Selection | None = None) -> Brief:
    """The brief of a ledger on what is asked for; on everything where nothing is.

    >>> print(markdown(brief_of(Ledger("border"), Selection(since="2026-02"))))  # doctest: +SKIP
    """
    pile = Pile(ledger)
    notes = Notes(pile)
    asked = selection or Selection()
    ground = Ground(pile, asked, Teller(pile, notes))
    sections = tuple(section(ground) for section in _SECTIONS)
    head = (
        *_head(pile),
        ("Asked for", _asked_for(asked)),
        ("Holds", (own(_holds(sections)),)),
        ("Made by", (own(f"Sayso {__version__}"),)),
    )
    return Brief(f"Brief: {plain(ledger.folder.root.resolve().name)}", head, sections, _FOOT, notes.all())


def _holds(sections: tuple[Section, ...]) -> str:
    """How much of each the brief tells of."""
    counts = {section.key: section.count for section in sections}
    contested = sum(
        len(group.items) + group.more
        for section in sections
        if section.key == "claimed"
        for group in section.groups
        if group.title == phrase("verdicts", "contested")
    )
    told = [
        plural(counts["happened"], "happening"),
        f"{plural(counts['claimed'], 'claim')} that several reports bear on, {contested:,} of them contested",
        plural(counts["denied"], "denial"),
        plural(counts["promised"], "promise, demand or threat", "promises, demands and threats"),
        f"{plural(counts['counted'], 'set')} of numbers that cannot all be so",
        f"{plural(counts['single'], 'claim')} of a single origin",
    ]
    return "; ".join(told)


def _head(pile: Pile) -> tuple[tuple[str, Line], ...]:
    dates = pile.dates
    span = (name(dates[0]), own(" to "), name(dates[1])) if dates else (own("no article has a date"),)
    return (
        ("Up to", (name(dates[1]) if dates else own("no date"), own(", the latest date of the pile"))),
        ("Published", span),
        ("Read", (own(_read(pile)),)),
        ("Origins", (own(_origins(pile)),)),
    )


def _read(pile: Pile) -> str:
    copies = sum(pile.values("articles", "copy_of").values())
    documents, articles = plural(pile.count("documents"), "document"), plural(pile.count("articles"), "article")
    outlets = plural(len(pile.values("articles", "outlet")), "outlet")
    repeated = f"{copies:,} of them {'repeat' if copies != 1 else 'repeats'} the text of another"
    return f"{documents}, {articles} of {outlets}; {repeated if copies else 'none of them repeats another'}"


def _origins(pile: Pile) -> str:
    kinds = pile.values("origins", "kind")
    if not kinds:
        return "not told apart yet: 'sayso build' sets the rows side by side"
    said, seen = kinds.get("utterance", 0), kinds.get("observation", 0)
    counted = f"{plural(said, 'utterance')} and {plural(seen, 'observation')} of reporters"
    return f"{counted}, behind {plural(pile.count('statements') + pile.count('events'), 'row')}"


def _asked_for(asked: Selection) -> Line:
    if asked.is_everything:
        return (own("everything in the pile"),)
    parts: list[Line] = []
    for words, value in (("since ", asked.since), ("until ", asked.until)):
        parts += [(own(words), name(value))] if value else []
    if asked.actor:
        parts.append((own("what concerns "), name(asked.actor.name), own(" (what it says, does, is told, or suffers)")))
    if asked.place:
        parts.append((own("what is placed in, or speaks of, "), name(asked.place)))
    out: Line = parts[0]
    for part in parts[1:]:
        out = (*out, own("; "), *part)
    return out
