"""Whatever a text is made of, reading it ends, what is found stands inside it, and twice gives the same."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.events import events_of
from sayso.extract.statements import attributions_of, spoken_in
from sayso.model import Attribution, EventMention
from sayso.schema.plover import roots

WORDS = (
    "troops rebels army police Kenya Kenyan Uganda Chad Lima Quito president minister said says that who whom which "
    "killed attacked shelled attack attacks strike bombing fighting ceasefire talks agreed met arrested withdrew sent "
    "will would if not no had been was were by in on at near between and with from of to the a an The A two three "
    "dozens at least up more than 12 1,200 Monday Tuesday 2020 March week days after before our we We they it its "
    "both Both sides blew himself up under fire"
)
MARKS = ", . “ ” \" ' — - ( ) ? : ;"
PARTS = st.lists(st.sampled_from([*WORDS.split(), *WORDS.split(), *MARKS.split(), "\n\n"]), max_size=50)
SUBJECTS = (
    "Kenyan troops",
    "The rebels",
    "Chad",
    "Ana Roth",
    "Both sides",
    "The army of Peru",
    "Two people",
    "They",
    "A mine",
)
VERBS = (
    "attacked",
    "were killed in",
    "shelled",
    "agreed with",
    "met",
    "will send food to",
    "did not attack",
    "withdrew from",
    "said its men had been attacked by",
    "launched an attack on",
    "called for a ceasefire with",
    "arrested dozens of men in",
)
OBJECTS = (
    "the town of Olmar",
    "Ugandan soldiers",
    "Quito",
    "an air strike on Lima",
    "three students",
    "it",
    "us",
    "Togo",
)
TIMES = (
    "on Monday",
    "in March 2020",
    "last week",
    "24 days after Kenya closed it",
    "if Chad leaves",
    ", Roth said",
    "",
)
CLAUSES = st.tuples(*(st.sampled_from(part) for part in (SUBJECTS, VERBS, OBJECTS, TIMES))).map(" ".join)
REPORTS = st.lists(CLAUSES, min_size=1, max_size=6)
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
REALITIES = {"actual", "planned", "hypothetical", "negated", "historical"}


def read(text: str, published: date | None) -> tuple[list[EventMention], list[Attribution]]:
    spoken = spoken_in(text)
    statements = attributions_of(spoken, published)
    return events_of(spoken, statements, published), statements


def stretches(event: EventMention) -> list[tuple[int, int]]:
    parties = [one for party in (*event.actors, *event.recipients) for one in (party.mention, *party.mentions)]
    others = [event.when, event.place.mention if event.place else None, *(one.words for one in event.figures)]
    return [event.trigger, *(one for one in (*parties, *others) if one)]


def check(text: str, published: date | None) -> None:
    events, statements = read(text, published)
    for event in events:
        assert all(0 <= start < end <= len(text) for start, end in stretches(event))
        assert event.asserted_by is None or 0 <= event.asserted_by < len(statements)
        assert all(one.low is None or one.high is None or one.low <= one.high for one in event.figures)
        assert event.mode is None or event.mode in roots()[event.root].modes
        assert event.reality in REALITIES
        assert all(party.name for party in (*event.actors, *event.recipients))
        assert bool(event.date) == bool(event.date_precision)
    assert (events, statements) == read(text, published)


@settings(max_examples=120, deadline=None)
@given(PARTS, st.sampled_from([" ", " ", "\n", ""]), DAYS)
def test_what_is_found_in_words_of_war_stands_inside_the_text(
    words: list[str], between: str, published: date | None
) -> None:
    check(between.join(words), published)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from([". ", ", and ", "; ", ".\n\n", ", which ", ".” “"]), DAYS)
def test_what_is_found_in_a_report_stands_inside_it(clauses: list[str], between: str, published: date | None) -> None:
    check(f"{between.join(clauses)}.", published)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), DAYS)
def test_what_is_found_in_any_text_stands_inside_it(text: str, published: date | None) -> None:
    check(text, published)


@settings(max_examples=20, deadline=None)
@given(REPORTS)
def test_blank_lines_behind_a_text_change_nothing(clauses: list[str]) -> None:
    text = f"{'. '.join(clauses)}."
    assert read(f"{text}\n\n", None)[0] == read(text, None)[0]
