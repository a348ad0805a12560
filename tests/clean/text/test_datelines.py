"""Datelines: agency and day, and the year a dateline leaves out."""

import pytest

from sayso.clean.text.datelines import dateline, dateline_day
from tests.clean.text.judges import methods, plain, values


@pytest.mark.parametrize(
    ("lead", "agency", "day"),
    [
        ("SEL, Karva, Jan 6 (Frontier Wire) - Shots were heard.", "Frontier Wire", "--01-06"),
        ("PORT KARVA (AP) — Shots were heard.", "AP", None),
        ("Dec 29 (Reuters) - Shots were heard.", "Reuters", "--12-29"),
        ("NORHAVEN, March 3. /TASS/. Shots were heard.", "TASS", "--03-03"),
        ("PORT KARVA, 3 March 2026 – Shots were heard.", None, "2026-03-03"),
        ("Port Karva, January 16, 2026: The ministry said", None, "2026-01-16"),
        ("Port Karva (AFP) – Shots were heard.", "AFP", None),
        ("THE HAGUE, Norland (AP)_ Shots were heard.", "AP", None),
        ("Nicosia, 14 March (CNA) — Shots were heard.", "CNA", "--03-14"),
        ("Sel, 3 February, Coast Bulletin - Shots were heard.", "Coast Bulletin", "--02-03"),
        ("SEL, Feb 3 (Nile Wire)-Shots were heard.", "Nile Wire", "--02-03"),
    ],
)
def test_datelines(lead: str, agency: str | None, day: str | None) -> None:
    line = dateline(lead)
    assert line is not None
    assert (line.agency and line.agency.value, line.day and line.day.value) == (agency, day)


@pytest.mark.parametrize(
    "lead",
    [
        "The truce (Article 5) - never loved - was over.",
        "President Vale (Independent) - who had signed it - wept.",
        "On 6 January - a Tuesday - shots were heard.",
        "Nobody came - and nobody asked.",
        "SPOKESPERSON: Good afternoon.",
    ],
)
def test_prose_that_is_no_dateline(lead: str) -> None:
    assert dateline(lead) is None


WIRE = "SEL, Karva, Jan 6 (Frontier Wire) - Shots were heard at dawn on {}, officials said.\n\nNobody was hurt.\n"


def test_a_weekday_in_the_lead_confirms_the_year_of_a_dateline() -> None:
    page = plain(WIRE.format("Tuesday"), "2026-11-21T01:00:00Z")
    assert values(page, "published") == ["2026-01-06"]
    assert methods(page, "published") == ["text.dateline+weekday"]


def test_the_weekday_may_be_up_to_two_days_before() -> None:
    assert values(plain(WIRE.format("Sunday"), "2026-11-21"), "published") == ["2026-01-06"]


def test_the_latest_fitting_year_before_the_document_was_obtained_is_taken() -> None:
    assert values(plain(WIRE.format("Monday"), "2025-11-21"), "published") == ["2025-01-06"]
    assert dateline_day("--01-06", "on Tuesday", "", "2025-06-01") is None


def test_without_weekday_the_text_must_name_the_year() -> None:
    assert dateline_day("--01-06", "Shots were heard.", "Shots were heard.", "2026-11-21") is None
    assert dateline_day("--01-06", "Shots were heard.", "The truce of 2026", "2026-11-21") == (
        "2026-01-06",
        "text.dateline+year",
    )


def test_without_a_bound_the_year_is_unknown() -> None:
    assert values(plain(WIRE.format("Tuesday")), "published") == []


def test_the_dateline_stays_in_the_text_and_gives_the_agency() -> None:
    page = plain(WIRE.format("Tuesday"))
    assert page.paragraphs[0].text.startswith("SEL, Karva, Jan 6 (Frontier Wire) - ")
    assert values(page, "outlet") == ["Frontier Wire"]
    body = WIRE.format("Tuesday")
    assert [body[slice(*datum.raw)] for datum in page.metadata if datum.raw] == ["Frontier Wire"]


@pytest.mark.parametrize(
    ("lead", "agency", "day"),
    [
        ("(Frontier Wire) SEL, 14 Feb 2026 -- Shots were heard.", "Frontier Wire", "2026-02-14"),
        ("SEL, FEBRUARY 13, NORWIRE. Shots were heard.", "NORWIRE", "--02-13"),
    ],
)
def test_an_agency_may_stand_before_the_place_or_end_the_dateline(lead: str, agency: str, day: str) -> None:
    found = dateline(lead)
    assert found is not None
    assert found.agency is not None
    assert found.day is not None
    assert (found.agency.value, found.day.value, lead[found.end :]) == (agency, day, "Shots were heard.")


def test_a_sentence_that_ends_in_capitals_is_no_dateline() -> None:
    assert dateline("The convoy, on 3 March 2026, belonged to UNHCR. It was hit.") is None
