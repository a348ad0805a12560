"""The tables of words: whole, valid, and used."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sayso.language.times import times
from sayso.language.times.calendars import hijri_date, solar_date
from sayso.language.times.kinds import kinds
from sayso.language.times.lexicon import WordError, count_of, number_of, ordinals, table, unit_of
from sayso.language.times.rules import rules
from sayso.language.times.runs import runs
from sayso.language.times.slots import slots
from sayso.schema.data import read_data

WEDNESDAY = date(2025, 10, 15)
HOLIDAYS = read_data("sayso.language.times", "holidays.toml")["holiday"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("three", 3),
        ("twenty four", 24),
        ("one hundred and ten", 110),
        ("two thousand", 2000),
        ("a dozen", 12),
        ("two and a half", 2.5),
        ("half an", 0.5),
        ("a couple of", 2),
        ("1,500", 1500),
        ("several", None),
        ("a few", None),
    ],
)
def test_words_of_number(words: str, count: float | None) -> None:
    assert count_of(words) == count


def test_a_table_that_is_not_there_is_told() -> None:
    with pytest.raises(WordError, match="no table"):
        table("moons")


@pytest.mark.parametrize("word", [word for row in table("units").values() for word in row["forms"]])
def test_every_form_of_a_unit_is_read(word: str) -> None:
    assert [found.type for found in times(f"for 5 {word}", WEDNESDAY)] == ["DURATION"]
    assert unit_of(word).code.removeprefix("T") in ("S", "M", "H", "D", "W", "Q", "Y", "DE", "CE")


@pytest.mark.parametrize("word", number_of("months"))
def test_every_name_of_a_month_is_read(word: str) -> None:
    assert [found.value for found in times(f"on 3 {word.title()} 2024", WEDNESDAY)] == [
        f"2024-{number_of('months')[word]:02}-03"
    ]


@pytest.mark.parametrize("word", number_of("weekdays"))
def test_every_name_of_a_weekday_is_read_before_a_date(word: str) -> None:
    (found,) = times(f"on {word.title()}, 3 May 2024", WEDNESDAY)
    assert found.start == 3


@pytest.mark.parametrize("word", table("parts"))
def test_every_part_of_the_day_is_read(word: str) -> None:
    (found,) = times(f"on Monday {word}" if word != "overnight" else "on Monday overnight", WEDNESDAY)
    assert found.value.startswith("2025-10-13")


@pytest.mark.parametrize("word", table("sets"))
def test_every_word_for_what_comes_round_is_read(word: str) -> None:
    assert [found.type for found in times(f"they met {word}", WEDNESDAY)] == ["SET"]


@pytest.mark.parametrize("phrase", [phrase for phrases in table("vague").values() for phrase in phrases])
def test_every_vague_phrase_is_read(phrase: str) -> None:
    text = f"it was so {phrase}, they wrote"
    found = [each for story in (False, True) for each in times(text, WEDNESDAY, narrative=story)]
    assert any(each.value.endswith("_REF") for each in found)


@pytest.mark.parametrize(("mod", "phrase"), [(mod, each) for mod, row in table("before").items() for each in row])
def test_every_phrase_that_bends_is_taken_in(mod: str, phrase: str) -> None:
    text = f"it took {phrase} 2019" if mod in ("START", "MID", "END", "APPROX") else f"it took {phrase} three days"
    (found,) = times(text, WEDNESDAY)
    assert found.mod == mod
    assert text[found.start : found.end].startswith(phrase)


@pytest.mark.parametrize("name", [name for row in HOLIDAYS for name in row["names"]])
def test_every_holiday_is_read(name: str) -> None:
    (found,) = times(f"on {name.title()} 2024", WEDNESDAY)
    assert found.value.startswith("2024-")


@pytest.mark.parametrize("row", HOLIDAYS, ids=lambda row: str(row["names"][0]))
def test_a_holiday_has_one_way_to_its_day(row: dict[str, object]) -> None:
    ways = [{"month", "day"}, {"month", "weekday", "nth"}, {"easter"}, {"hijri"}, {"solar"}]
    assert set(row) - {"names"} in ways


@pytest.mark.parametrize("word", number_of("hijri", "calendars.toml"))
def test_every_islamic_month_is_read(word: str) -> None:
    day = hijri_date(1446, number_of("hijri", "calendars.toml")[word], 3)
    assert day is not None
    assert [found.value for found in times(f"on 3 {word.title()} 1446", WEDNESDAY)] == [day.isoformat()]


@pytest.mark.parametrize("word", number_of("solar", "calendars.toml"))
def test_every_solar_month_is_read(word: str) -> None:
    day = solar_date(1400, number_of("solar", "calendars.toml")[word], 3)
    assert day is not None
    assert [found.value for found in times(f"on 3 {word.title()} 1400", WEDNESDAY)] == [day.isoformat()]


@pytest.mark.parametrize("word", ordinals())
def test_every_ordinal_is_a_day_of_the_month(word: str) -> None:
    assert [found.value for found in times(f"the {word} of May 2024", WEDNESDAY)] == [f"2024-05-{ordinals()[word]:02}"]


@pytest.mark.parametrize("word", table("not_year")["after"])
def test_a_figure_counted_with_a_word_is_no_year(word: str) -> None:
    assert times(f"there were 1900 {word} there", WEDNESDAY) == []


def test_every_slot_is_used() -> None:
    used = {name for row in read_data("sayso.language.times", "rules.toml")["rule"] for name in _named(row["pattern"])}
    assert used == set(slots())


def _named(pattern: str) -> list[str]:
    return re.findall(r"\{([a-z]+)\}", pattern)


def test_every_rule_needs_kinds_that_there_are() -> None:
    there = {*kinds().values(), "year", "figures", "number"}
    assert {kind for rule in rules() for kind in rule.needs} <= there


def test_a_text_without_words_of_time_has_no_runs() -> None:
    assert list(runs("The envoy was on the road to the town, and so were they all.")) == []
