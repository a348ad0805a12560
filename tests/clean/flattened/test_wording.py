"""What a line says of itself, wherever it stands."""

from __future__ import annotations

import pytest

from sayso.clean.flattened.looks import looks_of
from sayso.clean.flattened.wording import is_byline, is_date, is_share, key_of, phrases
from sayso.clean.flattened.words import KINDS


def counted(line: str, kind: str) -> tuple[int, float, float]:
    looks = looks_of([line])
    kinds = looks.kinds[0]
    return int(looks.words[0]), float(kinds[KINDS.index(kind)]), float(kinds[KINDS.index("function")])


@pytest.mark.parametrize(
    "line",
    [
        "March 3, 2025",
        "3 March 2025",
        "Updated: 3 hours ago",
        "Mon, 03 Mar 2025 10:15 GMT",
        "2025-03-03",
        "03.03.2025",
        "3. Juli 2024",
    ],
)
def test_dates_alone_are_dates(line: str) -> None:
    assert is_date(line, *counted(line, "date"))


@pytest.mark.parametrize("line", ["On March 3 the crews walked out", "Route 66", "4,000"])
def test_lines_with_numbers_that_say_more_or_less_are_not(line: str) -> None:
    assert not is_date(line, *counted(line, "date"))


@pytest.mark.parametrize("line", ["Facebook Twitter Email Copy Link WhatsApp", "Share on Facebook", "Teilen"])
def test_rows_of_networks_are_shares(line: str) -> None:
    assert is_share(*counted(line, "share"))


def test_a_sentence_about_a_network_is_not_a_share() -> None:
    assert not is_share(*counted("He wrote on Facebook that the ferries would stay in port", "share"))


@pytest.mark.parametrize(
    "line",
    [
        "By Dana Orville",
        "Dana OrvilleBy Dana OrvilleMarch 3, 2025",
        "Von Petra Lund",
        "3 March 2025 by Dana Orville",
        "4 min read",
    ],
)
def test_bylines_glued_or_not(line: str) -> None:
    assert is_byline(line, key_of(line), ends_as_prose=False)


@pytest.mark.parametrize("line", ["Crews Stand by Their Demands", "Nearby Villages Cut Off", "Baby Boom in the Valley"])
def test_headlines_with_by_in_them_are_not_bylines(line: str) -> None:
    assert not is_byline(line, key_of(line), ends_as_prose=False)


def test_phrases_are_found_whatever_bullets_digits_and_case_they_come_in() -> None:
    known = phrases()
    assert known[key_of("• HOME")] == "nav"
    assert known[key_of("12 Comments")] == "comment"
    assert known[key_of("Related Posts:")] == "related"


def test_every_phrase_finds_itself() -> None:
    assert all(key_of(phrase) == phrase for phrase in phrases())
