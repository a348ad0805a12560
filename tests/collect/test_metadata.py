"""What a container says, as values with their places."""

import pytest

from sayso.collect.metadata import authors, dated, language, named, utc, web_address
from sayso.model import Aligned


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Ana Roth", ["Ana Roth"]),
        ("By Ana Roth and Leo Marsh", ["Ana Roth", "Leo Marsh"]),
        ("Ana Roth, Leo Marsh & Ida Pohl", ["Ana Roth", "Leo Marsh", "Ida Pohl"]),
        ("Roth, Ana", ["Roth, Ana"]),
        ("Ana Roth; Leo Marsh", ["Ana Roth", "Leo Marsh"]),
        ("Conor O&#8217;Brien", ["Conor O’Brien"]),
        ("desk@ostwatch.example (Ana Roth)", ["Ana Roth"]),
        ("desk@ostwatch.example", []),
        ("Ana Roth <ana@ostwatch.example>", ["Ana Roth"]),
        ("7", []),
        ("", []),
        ("Roth " * 1000, []),
    ],
)
def test_a_line_of_authors_is_one_person_each(line: str, people: list[str]) -> None:
    assert [person.value for person in authors(Aligned.whole(line), "column.author")] == people


def test_each_person_stands_at_their_own_place() -> None:
    line = "By Ana Roth and Leo Marsh"
    places = [line[slice(*person.raw)] for person in authors(Aligned.whole(line), "x") if person.raw]
    assert places == ["Ana Roth", "Leo Marsh"]


def test_titles_lose_tags_and_entities_and_keep_signs() -> None:
    (title,) = named("title", Aligned.whole(" <em>Losses</em> &lt; 5\n%, a < b &amp; c "), "x")
    assert title.value == "Losses < 5 %, a < b & c"


def test_a_value_of_nothing_is_no_value() -> None:
    assert list(named("title", Aligned.whole(" <b> </b>"), "x")) == []


def test_a_field_in_utc_says_so_unless_the_value_does() -> None:
    (bare,), (zoned,) = (
        list(utc("published", Aligned.whole(value), "x")) for value in ("2026-03-04T02:00:00", "2026-03-04T09:00+07:00")
    )
    assert (bare.value, zoned.value) == ("2026-03-04T02:00:00+00:00", "2026-03-04T09:00+07:00")


def test_an_unreadable_date_is_no_value() -> None:
    assert list(dated("published", Aligned.whole("last Tuesday"), "x")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("en", "en"), ("en-US", "en"), ("pt_BR", "pt"), ("English", "en"), ("PASHTO", "ps"), ("Klingon!", None)],
)
def test_languages_are_codes(text: str, code: str | None) -> None:
    assert next((found.value for found in language(Aligned.whole(text), "x")), None) == code


@pytest.mark.parametrize(
    ("text", "known"), [("https://x.example/a?b=1&amp;c", True), ("javascript:x()", False), ("7", False)]
)
def test_addresses_are_of_the_web(text: str, *, known: bool) -> None:
    assert bool(list(web_address(Aligned.whole(text), "x"))) is known
