"""Values that a line shows: names and days."""

import pytest

from sayso.clean.text.metadata import credited, date_line, is_name, read_byline


def read(line: str) -> list[str]:
    return [found.value for found in read_byline(line)[0]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Roe", ["Ann Roe"]),
        ("By Ann Roe and Tom Vale | 3 March 2026", ["Ann Roe", "Tom Vale", "2026-03-03"]),
        ("BY ANN ROE, TOM VALE AND JO DE LA CRUZ", ["Ann Roe", "Tom Vale", "Jo De La Cruz"]),
        ("By Ann Roe, Port Karva", ["Ann Roe"]),
        ("By Ann Roe in Sel", ["Ann Roe"]),
        ("Ann RoeBy Ann RoeMay 4, 20252 Comments3 Mins Read", ["Ann Roe", "2025-05-04"]),
        ("By Our Correspondent", ["Our Correspondent"]),
        ("By AFP", ["AFP"]),
        ("Posted by Ann Roe on May 4, 2025, updated May 6, 2025", ["Ann Roe", "2025-05-04", "2025-05-06"]),
        ("Workers at the port. Picture by Ann Roe, 4 May 2025", []),
        ("By Wednesday evening the guns fell silent", []),
        ("Stand by me", []),
    ],
)
def test_bylines(line: str, expected: list[str]) -> None:
    assert read(line) == expected


def test_a_value_of_a_byline_stands_where_it_says() -> None:
    line = "By Ann Roe and Tom Vale | 3 March 2026"
    assert [line[found.start : found.end] for found in read_byline(line)[0]] == ["Ann Roe", "Tom Vale", "3 March 2026"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Port Karva, 16 January 2026", ["2026-01-16"]),
        ("Published: 3 March 2026", ["2026-03-03"]),
        ("January 7, 2026 | 3 min read", ["2026-01-07"]),
        ("12:20pm Jan 7, 2024", ["2024-01-07"]),
        ("In January 2026 the army left", []),
        ("The truce of 16 January 2026", []),
    ],
)
def test_lines_that_only_say_when(line: str, expected: list[str]) -> None:
    assert [found.value[:10] for found in date_line(line)] == expected


def test_a_day_marked_as_an_update_is_not_when_it_was_published() -> None:
    assert [(f.field, f.value) for f in date_line("Updated 4 May 2025")] == [("modified", "2025-05-04")]


def test_reporters_of_a_credit_line_without_editors_and_places() -> None:
    line = "(Reporting by Ann Roe in Sel, Tom Vale and Jo Fell in Port Karva; Additional reporting by Al Day)"
    assert [found.value for found in credited(line)] == ["Ann Roe", "Tom Vale", "Jo Fell"]


def test_names() -> None:
    assert is_name("Abdul al-Rahim bin Said")
    assert not is_name("Army Spokesperson")
    assert not is_name("Roe")
