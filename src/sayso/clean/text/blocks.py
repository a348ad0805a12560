"""What the steps of reading a plain text pass on: paragraphs with their kinds, and what head and foot say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.clean.text.layout import Row
from sayso.clean.text.metadata import Found

__all__ = ["Block", "Head"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph to be: its rows, its folded text, and what kind of head line it is, if one."""

    rows: tuple[Row, ...]
    text: str
    kind: str


@dataclass(slots=True)
class Head:
    """What was found: a label for some blocks, by index, and values with their block and place in its first row."""

    labels: dict[int, str] = field(default_factory=dict)
    title: tuple[int, int] | None = None
    """First and last block of the title."""
    found: list[tuple[int, Found, str]] = field(default_factory=list)
    """Block, value, method."""
    is_release: bool = False

    def add(self, block: int, label: str, found: Sequence[Found] = (), method: str = "") -> None:
        """Label a block, and note what it says."""
        self.labels[block] = label
        self.found.extend((block, one, method) for one in found)
