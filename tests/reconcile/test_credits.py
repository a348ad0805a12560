"""Whom an article credits, in which form, and where."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from sayso.reconcile.credits import credits_in, credits_of, names_an_outlet, names_outlet, within

TABLES = tomllib.loads(files("sayso.reconcile").joinpath("credits.toml").read_text("utf-8"))


def told(text: str, own: str = "") -> list[tuple[str, str]]:
    return [(credit.name, credit.how) for credit in credits_in(text, own)]


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("TARN, May 4 (AFP) - A ferry sank.", "AFP", "dateline"),
        ("PORT TARN (Estuary Wire) — A ferry sank.", "Estuary Wire", "dateline"),
        ("Reuters – A ferry sank.", "Reuters", "dateline"),
        ("TARN, Xinhua: A ferry sank.", "Xinhua", "dateline"),
        ("A ferry sank. (Reuters)", "Reuters", "byline"),
        ("A ferry sank.\n\n— with Estuary Wire", "Estuary Wire", "byline"),
        ("A ferry sank.\n\n(With inputs from agencies)", "agencies", "byline"),
        ("A ferry sank.\n\nSource: Anadolu Agency", "Anadolu Agency", "byline"),
        ("A ferry sank.\n\nAssociated Press", "Associated Press", "byline"),
        ("A ferry sank.\n\nThe Tarn Daily contributed to this report.", "Tarn Daily", "byline"),
        ("A ferry sank.\n\n© 2024 AFP", "AFP", "byline"),
        ("A ferry sank, according to state news agency Xinhua.", "Xinhua", "report"),
        ("“It sank,” Rovik told Reuters.", "Reuters", "report"),
        ("“It sank,” Rovik told The Estuary Post on Monday.", "Estuary Post", "report"),
        ("Rovik told Channel Tarn that it sank.", "Channel Tarn", "report"),
        ("The captain was quoted by Tasnim as saying so.", "Tasnim", "report"),
        ("As the Estuary Post reported, a ferry sank.", "Estuary Post", "report"),
        ("Dawn first reported that a ferry sank.", "Dawn", "report"),
        ("A ferry sank, Radio Tarn said.", "Radio Tarn", "report"),
        ("In its release on Friday, the Tarn Port Authority regretted it.", "Tarn Port Authority", "release"),
        ("The Ministry of Tides said in a statement that it had sunk.", "Ministry of Tides", "release"),
    ],
)
def test_a_credit_is_read(text: str, name: str, how: str) -> None:
    assert told(text) == [(name, how)]


@pytest.mark.parametrize(
    "text",
    [
        "Rovik told reporters in Tarn that it sank.",
        "According to Ana Rovik, a ferry sank.",
        "The Interior Ministry reported nine deaths.",
        "Tarn (population 900) - a village - slept.",
        "He reads the Estuary Post every morning.",
        "With Ana Rovik asleep, nobody steered.",
        "Rovik said in a speech that it sank.",
        "",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert told(text) == []


def test_an_outlet_does_not_credit_itself() -> None:
    text = "TARN (Estuary Wire) - A ferry sank, Rovik told the Estuary Wire and Reuters reported."
    assert told(text, own="Estuary Wire") == [("Reuters", "report")]


def test_a_credit_stands_on_the_name() -> None:
    text = "“It sank,” Rovik told The Estuary Post’s editor, as AFP reported."
    assert [text[one.start : one.end] for one in credits_in(text)] == ["Estuary Post", "AFP"]


def test_credits_of_an_outlet_by_any_of_its_names() -> None:
    found = credits_in("TARN (AFP) - A ferry sank, Reuters reported.")
    assert [one.name for one in credits_of(found, "Agence France-Presse")] == ["AFP"]
    assert credits_of(found, "") == []


def test_credits_within_a_sentence() -> None:
    text = "A ferry sank, AFP reported. Rovik told Reuters why."
    assert [one.name for one in within(credits_in(text), 28, len(text))] == ["Reuters"]


@pytest.mark.parametrize(
    ("name", "outlet", "same"),
    [
        ("Estuary Post", "The Estuary Post", True),
        ("Estuary Post", "Estuary Post Online", True),
        ("Post", "Estuary Post", False),
        ("AP", "Associated Press", True),
        ("AP", "Associated Press of Pakistan", False),
        ("Reuters", "AFP", False),
    ],
)
def test_a_name_means_an_outlet(name: str, outlet: str, same: bool) -> None:
    assert names_outlet(name, outlet) is same


@pytest.mark.parametrize("table", ["agencies", "outlets", "nouns", "first"])
def test_every_name_of_the_table_is_an_outlet_told_once(table: str) -> None:
    rows = [name for row in TABLES[table] for name in ([row] if isinstance(row, str) else row)]
    assert len(rows) == len(set(rows))
    whole = {"nouns": "Tarn {}", "first": "{} Tarn"}.get(table, "{}")
    assert [name for name in rows if not names_an_outlet(whole.format(name))] == []


@pytest.mark.parametrize("name", [name for row in TABLES["agencies"] for name in row] + TABLES["outlets"])
def test_every_known_name_is_credited_where_somebody_told_it(name: str) -> None:
    assert [one.name for one in credits_in(f"“It sank,” she told {name}.")] == [re.sub("^The ", "", name)]


@pytest.mark.parametrize("name", TABLES["unnamed"])
def test_reports_of_nobody_named_are_credited(name: str) -> None:
    assert told(f"A ferry sank.\n\nSource: {name}") == [(name, "byline")]


@pytest.mark.parametrize("form", TABLES["form"], ids=lambda form: str(form["example"]))
def test_every_form_has_an_example_that_it_reads(form: dict[str, str]) -> None:
    assert [how for _, how in told(form["example"])] == [form["how"]]
