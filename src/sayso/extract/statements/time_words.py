"""English time expressions of news: a stretch of text and the article's day in, ISO 8601 days and months out.

What lies ahead, bounds and what counts from the text have no day here; what may be two days has none either. Words are
data: `saying_time.toml`.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.model.clock import spellings
from sayso.model.dates import find_yearless, whole_date

__all__ = ["before", "day_of", "expressions", "table", "words"]

Stretch = tuple[int, int]

_FURTHEST = timedelta(days=300)
"""A day without a year that lies further back than this is as likely one yet to come: it is left open."""
_EAST = timedelta(days=1)
"""A wire east of us may be dated tomorrow."""


@cache
def table(name: str) -> dict[str, Any]:
    """A table of `saying_time.toml`."""
    return dict(tomllib.loads(files(__package__).joinpath("saying_time.toml").read_text("utf-8"))[name])


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """A list of words of `saying_time.toml`.

    >>> words("day", "weekday")[0]
    'monday'
    """
    return tuple(table(name)[key].split())


def day_of(expression: str, anchor: date | None) -> str | None:
    """The day (`2026-01-06`) or month (`2026-01`) of an English expression in an article published on `anchor`.

    A weekday is the last one on or before the anchor, `last Thursday` the last one before it (1 to 7 days back), `this
    Thursday` the one of the anchor's week unless it lies ahead. A day without a year is the last such day, unless that
    is more than 300 days back. What lies ahead, a bound (`since Monday`) and what counts from the text (`on the same
    day`) are None. Without an anchor only full dates resolve.

    >>> day_of("late on Friday", date(2026, 1, 7)), day_of("last month", date(2026, 1, 7))
    ('2026-01-02', '2025-12')
    """
    said = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|[,()]", " ", expression.lower().replace("’", "'"))
    said = " ".join(said.split()).strip(" .;:")
    if anchor and said in ("earlier in the day", "later in the day"):
        return anchor.isoformat()
    if anchor and said.removeprefix("the ") == "day before yesterday":
        return (anchor - timedelta(days=2)).isoformat()
    told = said.split()
    if not told or set(told) & set(words("word", "open")):
        return None
    which = ""
    while told and told[0] in (*words("word", "lead"), "the"):
        which = told[0] if told[0] in ("this", "last") else which
        told.pop(0)
    return _resolved(told, which, anchor) if told else None


def _resolved(told: list[str], which: str, anchor: date | None) -> str | None:
    if full := _full(told):
        return full if anchor is None or full[:10] <= (anchor + _EAST).isoformat() else None
    if anchor is None:
        return None
    day = _near(told, which, anchor) or _of_week(told, which, anchor) or _yearless(told, anchor)
    return day.isoformat() if day else _month(told, which, anchor)


def _full(told: list[str]) -> str | None:
    found = whole_date(" ".join(told))
    if found is None or found.precision == "year":
        return None
    named = _weekday(told[0])
    if named is not None and (found.precision == "month" or date.fromisoformat(found.value[:10]).weekday() != named):
        return None
    return found.value[:7] if found.precision == "month" else found.value[:10]


def _near(told: list[str], which: str, anchor: date) -> date | None:
    """`today`, `yesterday evening`, `this morning`, `last night`, `two days ago`."""
    back: int | None = None
    parts = words("day", "part")
    if set(told[1:]) <= set(parts):
        back = {"today": 0, "tonight": 0, "yesterday": 1}.get(told[0])
        if len(told) == 1 and told[0] in parts:
            back = 0 if which == "this" else 1 if which == "last" and told[0] in ("night", "evening") else None
    if len(told) == 3 and told[1] in ("day", "days") and told[2] == "ago":
        back = _number(told[0])
    return None if back is None else anchor - timedelta(days=back)


def _number(word: str) -> int | None:
    names = words("day", "number")
    if word in names:
        return max(1, names.index(word))  # `a` stands before `one`
    return int(word) if word.isdecimal() and len(word) <= 2 else None


def _weekday(word: str) -> int | None:
    word = word.rstrip(".").removesuffix("'s")
    if word not in words("day", "weekday") and word not in words("day", "short"):
        return None
    return next(number for number, name in enumerate(words("day", "weekday")) if name[:3] == word[:3])


def _of_week(told: list[str], which: str, anchor: date) -> date | None:
    number = _weekday(told[0])
    if number is None:
        return None
    rest = [word for word in told[1:] if word not in words("day", "part")]
    monday = anchor - timedelta(days=anchor.weekday())
    if rest == ["last", "week"]:
        return monday + timedelta(days=number - 7)
    if rest == ["this", "week"] or (which == "this" and not rest):
        day = monday + timedelta(days=number)
        return day if day <= anchor else None
    if rest:
        dated = _yearless(rest, anchor)
        return dated if dated and dated.weekday() == number else None
    back = (anchor.weekday() - number) % 7
    return anchor - timedelta(days=back or 7 * (which == "last"))


def _yearless(told: list[str], anchor: date) -> date | None:
    said = " ".join(word for word in told if word != "the")
    found = next(iter(find_yearless(said)), None)
    if found is None or (found.start, found.end) != (0, len(said)):
        return None
    number, day = int(found.value[2:4]), int(found.value[5:7])
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        try:
            when = date(year, number, day)
        except ValueError:  # 29 February
            continue
        if when <= anchor + _EAST:
            return when if anchor - when <= _FURTHEST else None
    return None


def _month(told: list[str], which: str, anchor: date) -> str | None:
    """`last month`, `in December`, `early January`: the last such month, unless it is nearly a year back."""
    now = anchor.year * 12 + anchor.month - 1
    if told == ["month"]:
        back = {"last": 1, "this": 0}.get(which)
    elif len(told) == 1 and (number := _months().get(told[0].rstrip("."))):
        back = _months_back(number, which, anchor)
    else:
        return None
    if back is None:
        return None
    return f"{(now - back) // 12:04}-{(now - back) % 12 + 1:02}"


def _months_back(number: int, which: str, anchor: date) -> int | None:
    """`last February` in March may be of this year or the one before; `this June` in May is yet to come."""
    back = (anchor.month - number) % 12
    if which:
        past = number < anchor.month if which == "this" else number > anchor.month
        return back if past else 12 if which == "last" and not back else None
    return back if timedelta(days=30 * back) <= _FURTHEST else None


@cache
def _months() -> dict[str, int]:
    """English names of months and what they are cut to."""
    return {
        name: int(number)
        for number, names in spellings()["months"].items()
        for name in names
        if names[0].startswith(name)
    }


@cache
def _core() -> re.Pattern[str]:
    weekday, part = "|".join(words("day", "weekday")), "|".join(words("day", "part"))
    short = "|".join(name.capitalize() for name in words("day", "short"))
    names = sorted(_months(), key=len, reverse=True)
    month = rf"(?:{'|'.join(f'{name.capitalize()}|{name.upper()}' for name in names)})\b\.?"
    long = "|".join(name.capitalize() for name in names if len(name) > 4 or name in ("may", "june", "july"))
    year = r"(?:19|20)\d\d\b"
    dated = (
        rf"(?:{month}\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?(?![\w:/]|\.\d)(?:,?\s{{1,2}}{year})?"
        rf"|(?<!\d[-–—])\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{{1,2}}{month}(?:,?\s{{1,2}}{year})?)(?!\w|\s?[-–—]\s?\d)"
    )
    count = rf"(?:{'|'.join(words('day', 'number'))}|\d{{1,3}}|several|few|many)"
    return re.compile(
        rf"""\b(?:
        (?i:{weekday})\b(?:(?:,?\s{{1,2}}(?:the\s)?|\s\(){dated})?(?:\s(?:{part})\b)?(?:\s(?:of\s)?(?:last|this|next)\sweek\b)?
        |(?<=[Oo]n\s)(?:{short})\b\.?(?:,?\s{dated})?
        |{dated}
        |\d{{4}}-\d\d-\d\d\b|\d{{1,2}}[/.]\d{{1,2}}[/.]{year}
        |(?i:day\sbefore\syesterday|today|yesterday|tonight|tomorrow)\b(?:\s(?:{part})\b)?
        |(?i:this|last)\s(?:{part})\b
        |(?i:the\ssame|same|that(?:\ssame)?|the\sprevious|the\snext|the\sfollowing)\sday\b
        |(?i:earlier|later)\sin\sthe\sday\b|(?i:the\sday\s(?:before|after))\b
        |(?i:{count})\s(?:minute|hour|day|week|month|year|decade)s?\s(?:ago|earlier|later|before|after)\b
        |(?i:this|last|next|past|previous|coming)\s(?:week|weekend|month|year|decade|quarter|spring|summer|autumn|fall|winter)\b
        |(?:{long})\b(?:,?\s{year})?
        |(?i:in|since|until|by)\s{year}
        )""".replace("\n        ", ""),
    )


_WORD_BEFORE = re.compile(r"([A-Za-z]+)[ \xa0-]{1,2}\Z")


def expressions(text: str, start: int, end: int) -> list[Stretch]:
    """The time expressions that begin in text[start:end], with the words that bound them (`since Monday`), in order.

    >>> expressions("Late on Friday he denied it; on 6 January she did.", 0, 50)
    [(0, 14), (29, 41)]
    """
    found: list[Stretch] = []
    for core in _core().finditer(text, start, end):
        begin = _with_lead(text, core.start(), found[-1][1] if found else start)
        if _is_time(text, core, begin):
            found.append((begin, core.end()))
    return found


def _with_lead(text: str, begin: int, floor: int) -> int:
    while (ahead := before(text, begin, floor)) and ahead[1] in _lead():
        begin = ahead[0]
    return begin


@cache
def _lead() -> frozenset[str]:
    return frozenset((*words("word", "lead"), *words("word", "open")))


def before(text: str, at: int, floor: int = 0) -> tuple[int, str] | None:
    """Where the word before a place begins, and the word in lower case."""
    found = _WORD_BEFORE.search(text, max(floor, at - 12), at)
    return (found.start(), found[1].lower()) if found else None


def _is_time(text: str, core: re.Match[str], begin: int) -> bool:
    """Not `Black Friday`, `The Sunday Times`, `USA Today`, nor `May` or `March` alone."""
    word = core[0]
    behind = re.compile(r" ([A-Z][a-z]+)").match(text, core.end())
    ahead = before(text, begin)
    if word.lower() in words("day", "weekday"):
        named = ahead is not None and ahead[1] in words("day", "named_before")
        return not named and not (behind and behind[1].lower() in words("day", "named_after"))
    if word[0] == "T" and word.istitle() and ahead and text[ahead[0]].isupper():
        return False
    return begin < core.start() or word.lower() not in _months()
