"""Date expressions read as ISO 8601 prefixes, with no invented part."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.clock import spellings
from sayso.model.dates import find_dates, find_yearless, order_of_locale, parse_date, whole_date


@pytest.mark.parametrize(
    ("expression", "value", "precision"),
    [
        ("2026-01-07T18:10:00+07:00", "2026-01-07T18:10:00+07:00", "second"),
        ("2026-01-07T11:10:00.000Z", "2026-01-07T11:10:00+00:00", "second"),
        ("2026-01-07 18:10:00 +0700", "2026-01-07T18:10:00+07:00", "second"),
        ("20260107T181000Z", "2026-01-07T18:10:00+00:00", "second"),
        ("2026-01-07", "2026-01-07", "day"),
        ("2025-10", "2025-10", "month"),
        ("Mon, 02 Feb 2026 13:00:00 +0000", "2026-02-02T13:00:00+00:00", "second"),
        ("Thu Jan 08 13:45:08 UTC 2026", "2026-01-08T13:45:08+00:00", "second"),
        ("Tue Jan 06 2026 10:00:00 GMT+0100 (CET)", "2026-01-06T10:00:00+01:00", "second"),
        ("Nov. 14, 2025", "2025-11-14", "day"),
        ("14 November 2025", "2025-11-14", "day"),
        ("the 3rd of May 2026", "2026-05-03", "day"),
        ("Jan 5, 2025 3:45 PM EST", "2025-01-05T15:45-05:00", "minute"),
        ("3. März 2024, 14:05 Uhr", "2024-03-03T14:05", "minute"),
        ("1er février 2024 à 15h30", "2024-02-01T15:30", "minute"),
        ("5 de enero de 2026", "2026-01-05", "day"),
        ("2026年1月7日", "2026-01-07", "day"),
        ("3.4.2026", "2026-04-03", "day"),
        ("07.01.26", "2026-01-07", "day"),
        ("1767780600", "2026-01-07T10:10:00+00:00", "second"),
        ("1767780600000", "2026-01-07T10:10:00+00:00", "second"),
        ("January 2026", "2026-01", "month"),
        (" 2026 ", "2026", "year"),
    ],
)
def test_reads_the_forms_documents_use(expression: str, value: str, precision: str) -> None:
    reading = parse_date(expression)
    assert reading is not None
    assert (reading.value, reading.precision) == (value, precision)


def test_a_time_zone_that_may_be_several_is_not_turned_into_an_offset() -> None:
    reading = parse_date("16 Jan 2026 08:00 IST")
    assert reading is not None
    assert reading.value == "2026-01-16T08:00"


def test_a_numeric_date_with_two_readings_is_not_read() -> None:
    assert parse_date("03/04/2026") is None


@pytest.mark.parametrize(
    ("expression", "order", "value"),
    [
        ("03/04/2026", "dmy", "2026-04-03"),
        ("03/04/2026", "mdy", "2026-03-04"),
        ("13/04/2026", None, "2026-04-13"),
        ("04/13/2026", None, "2026-04-13"),
        ("04/04/2026", None, "2026-04-04"),
    ],
)
def test_a_numeric_date_is_read_where_the_order_is_known_or_forced(expression: str, order: str, value: str) -> None:
    reading = parse_date(expression, order=order)  # type: ignore[arg-type]
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize("tag", ["de", "en-GB", "fr_FR", "es-MX"])
def test_most_locales_put_the_day_first(tag: str) -> None:
    assert order_of_locale(tag) == "dmy"


def test_american_english_puts_the_month_first_and_bare_english_is_unknown() -> None:
    assert order_of_locale("en-US") == "mdy"
    assert order_of_locale("en") is None


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "recently",
        "2024-02-30",
        "32/01/2026",
        "Marketing 2025",
        "30 February 2026",
        "call 02026-0107",
        "ſept 3, 2025",
    ],
)
def test_what_is_no_date_is_not_read(expression: str) -> None:
    assert parse_date(expression) is None


def test_dates_glued_to_names_and_counts_by_flattening_are_found() -> None:
    text = "Mara VellBy Mara VellNovember 14, 2025No Comments3 Mins Read"
    (reading,) = find_dates(text)
    assert text[reading.start : reading.end] == "November 14, 2025"
    (counted,) = find_dates("By Ossip DahlMay 9, 20262 Comments3 Mins Read")
    assert counted.value == "2026-05-09"


def test_every_date_of_a_text_is_found_in_order() -> None:
    text = "Signed on 3 June 2019, broken by 2020-01-05 and renewed in March 2021."
    assert [reading.value for reading in find_dates(text)] == ["2019-06-03", "2020-01-05", "2021-03"]


def test_a_wire_dateline_gives_a_day_without_a_year() -> None:
    (reading,) = find_yearless("KARVA, Jan 6 (Frontier Wire) - Troops left.")
    assert reading.value == "--01-06"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("2026/3/4", "2026-03-04"),
        ("20260304", "2026-03-04"),
        ("2026-03-04T09:00:00", "2026-03-04T09:00:00"),
        ("2026-03-04 09:00", "2026-03-04T09:00"),
        ("2026-03-04T02:00:00Z", "2026-03-04T02:00:00+00:00"),
        ("2026-03-04T09:00:00.123+0700", "2026-03-04T09:00:00+07:00"),
        ("2026-03-04 02:00:00 UTC", "2026-03-04T02:00:00+00:00"),
        ("Wed, 04 Mar 2026 09:00:00 +0700", "2026-03-04T09:00:00+07:00"),
        ("Wed, 4 Mar 26 09:00 EST", "2026-03-04T09:00-05:00"),
        ("Wed, 4 Mar 2026 09:00 CST", "2026-03-04T09:00-06:00"),
        ("2026-03-04 09:00:00+07", "2026-03-04T09:00:00+07:00"),
        ("2026-03-04t02:00z", "2026-03-04T02:00+00:00"),
        ("Mittwoch, 4. März 2026, 09:00 Uhr", "2026-03-04T09:00"),
        ("4.3.2026", "2026-03-04"),
        ("4 Mar 2026 09:00:00 GMT (by clock)", "2026-03-04T09:00:00+00:00"),
        ("Wed, 04 Mar 2026 09:00:00 -0000", "2026-03-04T09:00:00"),
        ("4 March 2026", "2026-03-04"),
        ("March 4th, 2026", "2026-03-04"),
        ("Wednesday, March 4, 2026 at 9:05 PM", "2026-03-04T21:05"),
        ("Sept. 4, 2026 12:00 am", "2026-09-04T00:00"),
        ("October 2025", "2025-10"),
        ("1772589600", "2026-03-04T02:00:00+00:00"),
        ("1772589600000", "2026-03-04T02:00:00+00:00"),
    ],
)
def test_an_expression_that_is_a_date_and_nothing_else_is_read_whole(expression: str, value: str) -> None:
    reading = whole_date(expression)
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "03/04/2026",
        "yesterday",
        "2026-02-30",
        "31 February 2026",
        "2026-13-01",
        "4 Foo 2026",
        "since 4 March 2026, at least",
        "4 March 2026 to 9 March 2026",
        "2026-03-04T23:59:75",
        "25:00",
        "0",
        "7",
        "9" * 200,
        "٢٠٢٦",
    ],
)
def test_what_is_not_a_date_for_sure_is_not_read_whole(expression: str) -> None:
    assert whole_date(expression) is None


def test_no_month_name_stands_for_two_months() -> None:
    names = [name for names in spellings()["months"].values() for name in names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", ["zones", "stated_zones"])
def test_offsets_of_time_zones_are_written_as_iso_8601_has_them(table: str) -> None:
    assert all(len(offset) == 6 and offset[0] in "+-" and offset[3] == ":" for offset in spellings()[table].values())


def test_a_zone_of_several_places_is_an_offset_only_where_a_mail_or_feed_states_it() -> None:
    (found,) = find_dates("Signed on 4 March 2026 09:00 CST in the capital")
    assert found.value == "2026-03-04T09:00"


def test_the_zone_minus_zero_says_that_no_zone_is_known() -> None:
    (found,) = find_dates("Wed, 04 Mar 2026 09:00:00 -0000")
    assert found.value == "2026-03-04T09:00:00"


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_name_of_the_table_is_read(number: int) -> None:
    for name in spellings()["months"][str(number)]:
        reading = parse_date(f"5 {name} 2026")
        assert reading is not None, name
        assert reading.value == f"2026-{number:02}-05"


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 12, 31)))  # noqa: DTZ001 (naive on purpose)
def test_iso_values_survive_reading(moment: datetime) -> None:
    value = moment.isoformat(timespec="seconds")
    reading = parse_date(value)
    assert reading is not None
    assert reading.value == value


@given(st.text(alphabet="0123456789 JanFebMar/.-:,TZ+apm年月日", max_size=60))
def test_readings_are_valid_and_stand_in_order(text: str) -> None:
    at = 0
    for reading in find_dates(text):
        assert at <= reading.start < reading.end <= len(text)
        at = reading.end
        if len(reading.value) > 7:
            datetime.fromisoformat(reading.value)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Thu, 12/02/2026 - 09:15", ["2026-02-12T09:15"]),
        ("Wednesday 12/02/2026", ["2026-12-02"]),
        ("Mon 12/02/2026", []),
        ("12/02/2026", []),
    ],
)
def test_a_weekday_tells_which_of_two_days_is_meant(line: str, days: list[str]) -> None:
    assert [reading.value for reading in find_dates(line)] == days
