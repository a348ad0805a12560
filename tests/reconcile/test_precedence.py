"""Which of two articles that share text was first, and what shows it."""

from __future__ import annotations

import pytest

from sayso.reconcile.copies import likeness
from sayso.reconcile.records import Page
from sayso.reconcile.traces import trace_of

TEXT = "Divers who searched the flooded hold until nightfall recovered a harmonium and a crate of unsold programmes."


def first(one: Page, other: Page) -> tuple[str, str]:
    found = likeness(trace_of(one), trace_of(other))
    assert found is not None
    return found.original, found.why


def page(name: str, published: str = "", outlet: str = "", text: str = TEXT) -> Page:
    return Page(name, name, published, outlet, "", text, (), "")


@pytest.mark.parametrize(
    ("earlier", "later", "why"),
    [
        ("2024-05-01", "2024-05-02", "published earlier"),
        ("2024-04", "2024-05-02T08:00:00", "published earlier"),
        ("2024-05-02T06:00:00", "2024-05-02T08:00:00", "published earlier that day"),
        ("2024-05-02T09:00:00+07:00", "2024-05-02T08:00:00+00:00", "published earlier that day"),
        ("2024-05-02T01:00:00+07:00", "2024-05-02T00:30:00+01:00", "published earlier that day"),
        ("2024-05-02T01:00:00+07:00", "2024-05-02T08:00:00Z", "published earlier"),
    ],
)
def test_the_earlier_one_was_first(earlier: str, later: str, why: str) -> None:
    assert first(page("b", earlier), page("a", later)) == ("b", why)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("2024-05-02", ""),
        ("2024-05", "2024-05-02"),
        ("2024-05-02", "2024-05-02T08:00:00"),
        ("2024-05-02T06:00:00", "2024-05-02T08:00:00+07:00"),
    ],
)
def test_dates_that_may_be_the_same_tell_nothing(one: str, other: str) -> None:
    assert first(page("b", one), page("a", other)) == ("a", "first by id")


def test_of_two_on_one_day_the_one_that_is_credited_was_first_whatever_the_hour() -> None:
    wire = page("b", "2024-05-02T20:00:00", "Tarn Wire")
    paper = page("a", "2024-05-02T09:00:00", "Estuary Post", f"{TEXT}\n\n— with Tarn Wire")
    assert first(wire, paper) == ("b", "credited by the other")


def test_of_two_undated_ones_the_one_that_is_quoted_was_first() -> None:
    report = page("a", text=f"“{TEXT[:-1]},” a brochure of the orchestra says.")
    assert first(page("b"), report) == ("b", "quoted by the other")


def test_of_two_undated_ones_the_one_without_additions_was_first() -> None:
    longer = page("a", text=f"{TEXT} Choirs sang on the mole while rain fell into their open mouths.")
    assert first(page("b"), longer) == ("b", "more of it is shared")
