"""The readers that `rules.toml` names: a match and what was read so far in, expressions with their values out."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.readers import (
    clock,
    dates,
    islamic,
    lengths,
    named,
    periods,
    references,
    relative,
    weeks,
    yearless,
    years,
)

__all__ = ["READERS", "Reader"]

Reader = Callable[["re.Match[str]", Discourse], list[Found]]

READERS: dict[str, Reader] = {
    "and_a_half": lengths.and_a_half,
    "bare_month": yearless.bare_month,
    "bare_year": years.bare_year,
    "beside": relative.beside,
    "calendar": dates.calendar,
    "century": named.century,
    "clock": clock.clock,
    "days": dates.days,
    "decade": named.decade,
    "duration": lengths.duration,
    "every": lengths.every,
    "every_unit": lengths.every_unit,
    "figures": dates.figures,
    "former": references.former,
    "half": periods.half,
    "hijri": islamic.hijri,
    "holiday": named.holiday,
    "in_the_day": relative.in_the_day,
    "month_which": yearless.month_which,
    "lasting": lengths.lasting,
    "near": relative.near,
    "nth": dates.nth,
    "offset": relative.offset,
    "old_year": years.old_year,
    "old_years": years.old_years,
    "part": clock.part,
    "part_which": clock.part_which,
    "period_ended": periods.period_ended,
    "quarter": periods.quarter,
    "recent": lengths.recent,
    "season": periods.season,
    "set": lengths.recurring,
    "solar": islamic.solar,
    "spoken": years.spoken,
    "the_unit": relative.the_unit,
    "tonight": clock.tonight,
    "two_lengths": lengths.two_lengths,
    "unit_long": lengths.unit_long,
    "units": lengths.units,
    "vague": references.vague_reference,
    "week_of_day": dates.week_of_day,
    "weekday": weeks.weekday,
    "which_many": lengths.which_many,
    "which_one": relative.which_one,
    "which_quarter": periods.which_quarter,
    "year_back": periods.year_back,
    "year_end": relative.year_end,
    "year_ended": lengths.year_ended,
    "year_period": periods.year_period,
    "years": years.years,
}
"""Every `how` of `rules.toml`."""
