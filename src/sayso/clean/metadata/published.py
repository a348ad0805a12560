"""The day of publication out of several statements of it: metadata in, the value they settle on out, or None.

Statements that fit one day form a group; each group weighs what its methods weigh. The heaviest group wins if it
outweighs the next clearly; a contradiction that reliability does not decide stays unknown. A day of change never wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from sayso.clean.metadata.weigh import weight
from sayso.model import Metadatum
from sayso.model.dates import DateReading, Order, Precision, parse_date

__all__ = ["Published", "agrees", "settle_published"]

_CLEARLY = 1.3
_LEAST = 1.0
"""Below it stand only times of other parts of the page, which may be of other articles."""


@dataclass(frozen=True, slots=True)
class Published:
    """The statement that was chosen and what it says."""

    chosen: Metadatum
    value: str
    precision: Precision
    method: str


@dataclass(frozen=True, slots=True)
class _Stated:
    given: Metadatum
    value: str
    precision: Precision
    weight: float

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.value[:10]) if len(self.value) >= 10 and self.value[0] != "-" else None


def settle_published(found: Sequence[Metadatum], *, order: Order | None = None) -> Published | None:
    """What the statements of a day of publication settle on; None if there is none or they contradict each other."""
    stated = [s for given in found if given.field == "published" and (s := _stated(given, order))]
    dated = [s for s in stated if s.day]
    if not dated:
        return _coarse(stated)
    groups = _groups(dated)
    weighed = sorted(((_group_weight(group, stated), group) for group in groups), key=lambda pair: -pair[0])
    heaviest, group = weighed[0]
    if heaviest < _LEAST:
        return None
    if len(weighed) > 1 and heaviest < _CLEARLY * weighed[1][0]:
        undecided = [members for total, members in weighed if total * _CLEARLY > heaviest]
        decided = _not_changed(undecided, found, order)
        if decided is None:
            return None
        group = decided
    best = _best(group)
    return _local(best, group) or Published(best.given, best.value, best.precision, best.given.method)


def _local(best: _Stated, group: list[_Stated]) -> Published | None:
    """The same moment with the offset of the place, where a page gives it too: its calendar day is the publisher's.

    A clock without a zone that is whole quarters of an hour from the moment in UTC tells the offset.
    """
    moment = datetime.fromisoformat(best.value) if len(best.value) > 16 else None
    if moment is None or moment.utcoffset() != timedelta(0):
        return None
    for other in sorted(group, key=lambda s: -s.weight):
        if len(other.value) < 16:
            continue
        clock = datetime.fromisoformat(other.value)
        if offset := clock.utcoffset():
            if abs(clock - moment) < timedelta(minutes=1):
                return Published(
                    other.given, moment.astimezone(clock.tzinfo).isoformat(), best.precision, other.given.method
                )
        elif clock.tzinfo is None:
            utc = moment.replace(tzinfo=None)
            utc = utc.replace(second=clock.second) if other.precision == "minute" else utc
            offset = clock - utc
            if offset and not offset % timedelta(minutes=15) and abs(offset) <= timedelta(hours=14):
                local = moment.astimezone(timezone(offset)).isoformat()
                return Published(best.given, local, best.precision, f"{best.given.method}+{other.given.method}")
    return None


def agrees(value: str, given: str, *, order: Order | None = None) -> bool:
    """Does a statement fit a settled value: the same day, a coarser date around it, the next day by another zone?"""
    reading = _reading(given, order)
    if reading is None:
        return False
    if reading.value.startswith("--"):
        return value[5:10] == reading.value[2:]
    return _fits(value, reading.value)


def _fits(one: str, other: str) -> bool:
    short = min(len(one), len(other), 10)
    return one[:short] == other[:short] or _zones_apart(one, other)


def _zones_apart(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 10 or max(len(one), len(other)) == 10:
        return False
    return abs(date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])) == timedelta(days=1) and (
        _moments_apart(one, other) <= timedelta(hours=14)
    )


def _moments_apart(one: str, other: str) -> timedelta:
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if first.tzinfo and second.tzinfo:
        return abs(first - second)
    # A bare day or a clock without a zone may stand up to 14 hours from UTC.
    naive = abs(first.replace(tzinfo=None) - second.replace(tzinfo=None))
    return naive - timedelta(hours=10) if min(len(one), len(other)) == 10 else naive


@lru_cache(maxsize=1024)
def _reading(expression: str, order: Order | None) -> DateReading | None:
    if expression.startswith("--"):
        return DateReading(expression, "day", 0, len(expression))
    return parse_date(expression, order=order)


def _stated(given: Metadatum, order: Order | None) -> _Stated | None:
    reading = _reading(given.value.strip(), order)
    if reading is None:
        return None
    return _Stated(given, reading.value, reading.precision, weight("published", given.method))


def _groups(dated: list[_Stated]) -> list[list[_Stated]]:
    groups: list[list[_Stated]] = []
    for stated in sorted(dated, key=lambda s: (-s.weight, -len(s.value))):
        home = next((group for group in groups if _fits(group[0].value, stated.value)), None)
        if home is None:
            groups.append([stated])
        else:
            home.append(stated)
    return groups


def _group_weight(group: list[_Stated], stated: list[_Stated]) -> float:
    """Each method counts once, the first time it speaks more than later: lists of other articles repeat it."""
    by_method: dict[str, float] = {}
    for member in group:
        by_method[member.given.method] = max(
            by_method.get(member.given.method, 0.0), member.weight * _rank(member, stated)
        )
    coarse = [s for s in stated if not s.day and agrees(group[0].value, s.value)]
    return sum(by_method.values()) + sum(s.weight / 2 for s in coarse)


def _rank(member: _Stated, stated: list[_Stated]) -> float:
    same = [s for s in stated if s.given.method == member.given.method]
    return 1.0 if same[0] is member or same[0].value[:10] == member.value[:10] else 0.34


def _best(group: list[_Stated]) -> _Stated:
    return max(group, key=lambda s: (s.weight, s.precision in ("second", "minute"), len(s.value)))


def _not_changed(
    undecided: list[list[_Stated]], found: Sequence[Metadatum], order: Order | None
) -> list[_Stated] | None:
    """Of groups in balance the one that no statement of a change fits, if it is alone and the earliest."""
    changes = [given.value for given in found if given.field == "modified"]
    plain = [group for group in undecided if not any(agrees(group[0].value, change, order=order) for change in changes)]
    if len(plain) != 1 or len(plain) == len(undecided):
        return None
    return plain[0] if plain[0][0].value[:10] == min(group[0].value[:10] for group in undecided) else None


def _coarse(stated: list[_Stated]) -> Published | None:
    """A month or year where no day is given, if all statements of one fit together."""
    coarse = sorted((s for s in stated if not s.value.startswith("--")), key=lambda s: (-len(s.value), -s.weight))
    if not coarse or not all(_fits(coarse[0].value, s.value) for s in coarse):
        return None
    yearless = [s for s in stated if s.value.startswith("--")]
    best = coarse[0]
    if len(yearless) == 1 and yearless[0].value[2:4] in (best.value[5:7], ""):
        day = f"{best.value[:4]}{yearless[0].value[1:]}"
        return Published(yearless[0].given, day, "day", f"{yearless[0].given.method}+{best.given.method}")
    return Published(best.given, best.value, best.precision, best.given.method)
