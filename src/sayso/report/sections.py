"""What every section of a brief is made from, and how items become groups that are no longer than asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.report.parts import Group, Item, Section
from sayso.report.pile import Pile
from sayso.report.selection import Selection
from sayso.report.telling import Teller

__all__ = ["Ground", "section_of"]

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """The pile, what is asked of it, and who tells its rows."""

    pile: Pile
    selection: Selection
    teller: Teller


def section_of(
    key: str,
    title: str,
    about: str,
    table: str,
    rows: Mapping[str, Sequence[Row]],
    item: Callable[[Row], Item],
    ground: Ground,
) -> Section:
    """A section of the rows under each heading; each group shows the first `most` of its rows and counts the others."""
    most = ground.selection.most
    groups = [
        Group(heading, tuple(item(row) for row in mine[:most]), max(0, len(mine) - most))
        for heading, mine in rows.items()
        if mine
    ]
    return Section(key, title, about, tuple(groups), table)
