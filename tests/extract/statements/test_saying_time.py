"""On which day something was said: expressions, whose time they are, and what is carried on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.statements.saying_time import Uttered, dateline_of, day_of, expressions, said_on
from sayso.extract.statements.sentences import page_of
from sayso.extract.statements.time_words import table

FRIDAY = date(2026, 1, 9)

Told = tuple[str | None, str | None, str, str | None]
"""Source, cue, content (as they read, in the order of the text) and the speaker's name."""


def said(text: str, *told: Told, published: date | None = FRIDAY, **more: Any) -> list[str | None]:
    """The days of statements given by their words, each looked for behind the one before."""
    page, at = page_of(text), 0
    statements = []
    for source, cue, content, speaker in told:
        places = [text.find(part, at) if part else -1 for part in (source, cue, content)]
        assert all(place >= 0 for place, part in zip(places, (source, cue, content), strict=True) if part)
        spans = [(i, i + len(part)) if part else None for i, part in zip(places, (source, cue, content), strict=True)]
        assert spans[2]
        statements.append(
            Uttered(spans[0], spans[1], (spans[2],), more.get("when"), speaker, nested=more.get("nested", False))
        )
        at = max(places) + 1
    paragraphs = [page.span(first, last) for first, last, _ in page.paragraphs]
    found = said_on(
        statements,
        text,
        published,
        dateline_of(text, paragraphs),
        sentences=[page.span(*sentence) for sentence in page.sentences],
        paragraphs=paragraphs,
        own_voice=more.get("own_voice", False),
        wire=more.get("wire", False),
    )
    assert all(told is None or told.ground is None or text[slice(*told.ground)] for told in found)
    return [told.day if told else None for told in found]


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        ("on Thursday", "2026-01-08"),
        ("late on Friday", "2026-01-09"),
        ("Thursday", "2026-01-08"),
        ("Thursday’s", "2026-01-08"),
        ("on Tuesday night", "2026-01-06"),
        ("on Tues.", "2026-01-06"),
        ("last Thursday", "2026-01-08"),
        ("last Friday", "2026-01-02"),
        ("this Thursday", "2026-01-08"),
        ("this Saturday", None),
        ("next Friday", None),
        ("Monday last week", "2025-12-29"),
        ("Saturday this week", None),
        ("yesterday", "2026-01-08"),
        ("the day before yesterday", "2026-01-07"),
        ("today", "2026-01-09"),
        ("this morning", "2026-01-09"),
        ("last night", "2026-01-08"),
        ("earlier in the day", "2026-01-09"),
        ("two days ago", "2026-01-07"),
        ("a day ago", "2026-01-08"),
        ("10 days ago", "2025-12-30"),
        ("two weeks ago", None),
        ("on 6 January", "2026-01-06"),
        ("Jan. 6", "2026-01-06"),
        ("the 6th of January", "2026-01-06"),
        ("Dec. 20", "2025-12-20"),
        ("10 January", "2026-01-10"),
        ("20 January", None),
        ("29 February", None),
        ("Thursday, Jan 8", "2026-01-08"),
        ("Thursday (8 January)", "2026-01-08"),
        ("Wednesday, Jan 8", None),
        ("January 6, 2026", "2026-01-06"),
        ("January 20, 2026", None),
        ("13/01/2025", "2025-01-13"),
        ("06/01/2026", None),
        ("in December", "2025-12"),
        ("early January", "2026-01"),
        ("last June", "2025-06"),
        ("this June", None),
        ("in February", None),
        ("in January 2025", "2025-01"),
        ("last month", "2025-12"),
        ("earlier this month", "2026-01"),
        ("this week", None),
        ("in 2024", None),
        ("since Monday", None),
        ("by Thursday", None),
        ("tomorrow", None),
        ("on the same day", None),
        ("a day earlier", None),
        ("", None),
    ],
)
def test_what_an_expression_tells_in_an_article_of_a_friday(expression: str, day: str | None) -> None:
    assert day_of(expression, FRIDAY) == day


def test_last_february_may_be_of_two_years_when_a_february_has_just_been() -> None:
    assert day_of("last February", date(2026, 3, 2)) is None
    assert day_of("last February", date(2026, 2, 2)) == "2025-02"


@pytest.mark.parametrize(
    ("expression", "day"), [("6 January 2026", "2026-01-06"), ("6 January", None), ("Friday", None)]
)
def test_without_an_anchor_only_full_dates_resolve(expression: str, day: str | None) -> None:
    assert day_of(expression, None) == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Late on Friday he left; on 6 January 2026 he came.", ["Late on Friday", "on 6 January 2026"]),
        ("It has been so since Monday and until Jan. 6 it was not.", ["since Monday", "until Jan. 6"]),
        ("She spoke earlier in the day, and last night.", ["earlier in the day", "last night"]),
        ("On the same day, two days ago, in mid-January.", ["On the same day", "two days ago", "in mid-January"]),
        ("They may march; March winds; he met May.", []),
        ("Black Friday, The Sunday Times and Karva Today.", []),
        ("From Jan. 6-8 and 6-8 January.", []),
        ("He sat in the sun on Sun. or so.", ["on Sun."]),
    ],
)
def test_where_expressions_stand(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in expressions(text, 0, len(text))] == found


def test_expressions_are_looked_for_in_the_stretch_alone() -> None:
    text = "On Monday it rained. On Tuesday it did not."
    assert expressions(text, 21, len(text)) == [(21, 31)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rovik said on Thursday the road was open.", ("Rovik", "said", "the road was open")),
        ("On Thursday, Rovik said the road was open.", ("Rovik", "said", "the road was open")),
        ("Rovik on Thursday said the road was open.", ("Rovik", "said", "the road was open")),
        ("Rovik said in a statement on 8 January that the road was open.", ("Rovik", "said", "that the road was open")),
        ("In a letter to the council on Thursday, Rovik said it was so.", ("Rovik", "said", "it was so")),
        ("Speaking in Karva on Thursday, Rovik said it was so.", ("Rovik", "said", "it was so")),
        ("“It is so,” Rovik told reporters in Karva late on Thursday.", ("Rovik", "told", "“It is so,”")),
        ("“It is so,” said Rovik, the mayor, on Thursday.", ("Rovik", "said", "“It is so,”")),
        ("Rovik denied the charge on Thursday.", ("Rovik", "denied", "the charge")),
        ("At Thursday’s briefing, Rovik said it was so.", ("Rovik", "said", "it was so")),
        ("Rovik told a Thursday news conference that it was so.", ("Rovik", "told", "that it was so")),
        ("Rovik said after talks on Thursday that it was so.", ("Rovik", "said", "that it was so")),
        ("A statement issued on Thursday said it was so.", ("A statement issued on Thursday", "said", "it was so")),
        ("It rained, but on Thursday Rovik said it was so.", ("Rovik", "said", "it was so")),
    ],
)
def test_a_time_beside_cue_or_source_is_that_of_the_saying(text: str, told: tuple[str, str, str]) -> None:
    assert said(text, (*told, None)) == ["2026-01-08"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rovik said the road was shut on Thursday.", ("Rovik", "said", "the road was shut on Thursday")),
        ("Rovik said after the attack on Thursday that it was so.", ("Rovik", "said", "that it was so")),
        ("Rovik said after Thursday’s attack that it was so.", ("Rovik", "said", "that it was so")),
        ("Rovik, who was freed on Thursday, said it was so.", ("Rovik", "said", "it was so")),
        ("A man freed on Thursday said it was so.", ("A man freed on Thursday", "said", "it was so")),
        ("After two died on Thursday, Rovik said it was so.", ("Rovik", "said", "it was so")),
        ("Of the Thursday attack Rovik said it was so.", ("Rovik", "said", "it was so")),
        ("Rain fell. Guns fired on Thursday. Rovik said it was so.", ("Rovik", "said", "it was so")),
        ("Rovik said this week it was so.", ("Rovik", "said", "it was so")),
        ("Rovik says it is so.", ("Rovik", "says", "it is so")),
    ],
)
def test_the_time_of_something_else_is_not_taken(text: str, told: tuple[str, str, str]) -> None:
    assert said(text, (*told, None)) == [None]


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The crossing was shut on Thursday.", "2026-01-08"),
        ("The crossing was shut on Friday after two days of rain.", "2026-01-09"),
        ("The crossing was shut on Monday.", None),
        ("The crossing will be shut on Saturday.", None),
        ("The crossing was shut.", None),
    ],
)
def test_what_is_said_of_the_news_was_said_on_its_day(lead: str, day: str | None) -> None:
    assert said(f"{lead}\n\nRovik said it was so.", ("Rovik", "said", "it was so", None)) == [day]


def test_what_is_said_while_the_news_goes_on_is_not_the_news() -> None:
    text = "The crossing was shut on Thursday as Tesk blamed Rovik.\n\nRovik said it was so."
    days = said(text, ("Tesk", "blamed", "Rovik", "Tesk"), ("Rovik", "said", "it was so", "Rovik"))
    assert days[1] == "2026-01-08"


def test_each_cue_has_the_time_that_is_nearest() -> None:
    text = "Rovik said on Monday it was so, while on Thursday Tesk denied the charge."
    days = said(text, ("Rovik", "said", "it was so", "Rovik"), ("Tesk", "denied", "the charge", "Tesk"))
    assert days == ["2026-01-05", "2026-01-08"]


def test_a_marked_time_goes_before_all_else() -> None:
    text = "On Monday, after the vote, Rovik said, it being Thursday night, that it was so."
    start = text.index("Thursday")
    assert said(text, ("Rovik", "said", "that it was so", None), when=(start, start + 14)) == ["2026-01-08"]


def test_a_marked_time_that_is_no_day_leaves_the_day_open() -> None:
    text = "On Monday Rovik said last year that it was so."
    start = text.index("last year")
    assert said(text, ("Rovik", "said", "that it was so", None), when=(start, start + 9)) == [None]


def test_the_same_day_counts_from_the_day_told_before_it() -> None:
    text = "Guns fired on Tuesday. Later that day Rovik said it was so. A day later, Tesk said it was not."
    days = said(text, ("Rovik", "said", "it was so", "Rovik"), ("Tesk", "said", "it was not", "Tesk"))
    assert days == ["2026-01-06", "2026-01-07"]


def test_a_speaker_goes_on_speaking_on_the_same_day() -> None:
    text = "Rovik said on Thursday it was so.\n\n“We know it,” he said.\n\n“We all do,” he added."
    days = said(
        text,
        ("Rovik", "said", "it was so", "Rovik"),
        ("he", "said", "“We know it,”", "Rovik"),
        ("he", "added", "“We all do,”", "Rovik"),
    )
    assert days == ["2026-01-08"] * 3


@pytest.mark.parametrize(
    "then",
    [
        "On Monday the guns were heard. He said it was war.",
        "He had said it was war.",
        "Earlier, he said it was war.",
        "He would have said it was war.",
        "He said in a radio interview it was war.",
        "It rained.\n\nIt rained.\n\nIt rained.\n\nHe said it was war.",
    ],
)
def test_another_time_or_occasion_ends_it(then: str) -> None:
    text = f"Rovik said on Thursday it was so.\n\n{then}"
    days = said(text, ("Rovik", "said", "it was so", "Rovik"), (None, "said", "it was war", "Rovik"))
    assert days == ["2026-01-08", None]


def test_what_is_said_now_was_not_said_then() -> None:
    text = "Rovik said on Thursday it was so. Rovik says it is over."
    days = said(text, ("Rovik", "said", "it was so", "Rovik"), ("Rovik", "says", "it is over", "Rovik"))
    assert days == ["2026-01-08", None]


def test_another_speaker_takes_no_day_over() -> None:
    text = "Rovik said on Thursday it was so. Tesk said it was not."
    days = said(text, ("Rovik", "said", "it was so", "Rovik"), ("Tesk", "said", "it was not", "Tesk"))
    assert days == ["2026-01-08", None]


def test_a_month_is_carried_on_within_its_sentence_only() -> None:
    text = "Rovik said in December it was so, adding that it was known. He said it was over."
    days = said(
        text,
        ("Rovik", "said", "it was so", "Rovik"),
        (None, "adding", "that it was known", "Rovik"),
        ("He", "said", "it was over", "Rovik"),
    )
    assert days == ["2025-12", "2025-12", None]


WIRE = "KARVA, Jan 6 (Frontier Wire) - Rovik said the road was open.\n\nTesk denied it was. Olm says nothing."
WIRED: list[Told] = [
    ("Rovik", "said", "the road was open", "Rovik"),
    ("Tesk", "denied", "it was", "Tesk"),
    ("Olm", "says", "nothing", "Olm"),
]


def test_a_dateline_tells_the_day_of_its_paragraph() -> None:
    assert said(WIRE, *WIRED) == ["2026-01-06", None, None]


def test_in_a_wire_report_it_tells_the_day_of_all_that_was_said() -> None:
    assert said(WIRE, *WIRED, wire=True) == ["2026-01-06", "2026-01-06", None]


def test_a_dateline_without_its_year_needs_a_day_of_publication() -> None:
    assert said(WIRE, *WIRED, published=None) == [None, None, None]


def test_a_full_dateline_stands_in_for_the_day_of_publication() -> None:
    text = "KARVA, 6 January 2026 (Frontier Wire) - Rovik said on Monday the road was open."
    assert said(text, ("Rovik", "said", "the road was open", None), published=None) == ["2026-01-05"]


def test_a_nested_statement_inherits_nothing() -> None:
    assert said(WIRE, *WIRED, nested=True, own_voice=True) == [None, None, None]
    assert said("Tesk said on Thursday it was so.", ("Tesk", "said", "it was so", None), nested=True) == ["2026-01-08"]


def test_a_release_speaks_on_its_own_day() -> None:
    text = "The ministry rejects the claim. It said last week that the road was open."
    days = said(
        text,
        ("The ministry", "rejects", "the claim", "M"),
        ("It", "said", "that the road was open", "M"),
        own_voice=True,
    )
    assert days == ["2026-01-09", None]


def test_nothing_is_told_of_an_article_without_a_day() -> None:
    assert said("Rovik said on Thursday it was so.", ("Rovik", "said", "it was so", None), published=None) == [None]


def test_every_table_is_made_of_words() -> None:
    for name in ("day", "word", "gap"):
        assert all(
            listed.split() and len(set(listed.split())) == len(listed.split()) for listed in table(name).values()
        )


_WORDS = (
    "Thursday on the same day Jan. 6 January 2026 said Rovik “ ” , . last this month week earlier in a statement ’s "
    "two days ago may since 29 February 31 Monday today ( ) - \n\n KARVA"
)
_TEXTS = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=25).map(" ".join)


@given(_TEXTS, st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_day_is_later_than_the_day_after_the_article(text: str, anchor: date) -> None:
    last = 0
    for start, end in expressions(text, 0, len(text)):
        assert last <= start < end <= len(text)
        last = end
        day = day_of(text[start:end], anchor)
        assert day is None or date.fromisoformat(f"{day}-01"[:10]).toordinal() <= anchor.toordinal() + 1


@given(_TEXTS, st.data())
def test_any_stretches_have_a_day_or_none(text: str, data: st.DataObject) -> None:
    place = st.tuples(st.integers(0, len(text)), st.integers(1, 20)).map(lambda at: (at[0], min(len(text), sum(at))))
    statements = data.draw(
        st.lists(
            st.builds(
                Uttered,
                source=st.none() | place,
                cue=st.none() | place,
                content=st.lists(place, min_size=1, max_size=3).map(tuple),
                when=st.none() | place,
                speaker=st.sampled_from([None, "Rovik", "Tesk"]),
                nested=st.booleans(),
            ),
            max_size=4,
        )
    )
    page = page_of(text)
    paragraphs = [page.span(first, last) for first, last, _ in page.paragraphs]
    days = said_on(
        statements,
        text,
        FRIDAY,
        dateline_of(text, paragraphs),
        sentences=[page.span(*sentence) for sentence in page.sentences],
        paragraphs=paragraphs,
    )
    assert len(days) == len(statements)
    assert all(told is None or len(told.day) in (7, 10) for told in days)
