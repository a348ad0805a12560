"""Dates are read for sure or not at all, with no invented part."""

import pytest
from sayso.collect.dates import iso_date


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
def test_reads(expression: str, value: str) -> None:
    assert iso_date(expression) == value


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
        "25:00",
        "0",
        "7",
        "9" * 200,
        "٢٠٢٦",
    ],
)
def test_leaves_alone(expression: str) -> None:
    assert iso_date(expression) is None
