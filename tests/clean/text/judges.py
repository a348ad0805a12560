"""Stand-ins for the labeller of flattened pages: tests of this room say themselves which lines are body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.clean.text import TextPage, text_page


class Verdict(NamedTuple):
    label: str
    score: float


class PlainTexts:
    """Takes every text for a plain one."""

    def looks_flattened(self, lines: Sequence[str]) -> bool:
        return False

    def label_lines(self, lines: Sequence[str]) -> list[Verdict]:
        raise AssertionError("a plain text has no lines to label")


class Pages:
    """Takes every text for a flattened page whose lines of at least `length` characters, up to `end`, are body."""

    def __init__(self, length: int = 60, end: str = "Related") -> None:
        self.length, self.end = length, end

    def looks_flattened(self, lines: Sequence[str]) -> bool:
        return True

    def label_lines(self, lines: Sequence[str]) -> list[Verdict]:
        ends = [i for i, line in enumerate(lines) if line.startswith(self.end)]
        last = ends[0] if ends else len(lines)
        return [
            Verdict("body", 0.9)
            if len(line) >= self.length and line.endswith((".", "”")) and i < last
            else Verdict("other", 0.1)
            for i, line in enumerate(lines)
        ]


def plain(body: str, collected_at: str | None = None) -> TextPage:
    return text_page(body, collected_at=collected_at, labeller=PlainTexts())


def values(page: TextPage, field: str) -> list[str]:
    return [datum.value for datum in page.metadata if datum.field == field]


def methods(page: TextPage, field: str) -> list[str]:
    return [datum.method for datum in page.metadata if datum.field == field]


def labels(page: TextPage) -> list[str]:
    return [line.label for line in page.lines]


def texts(page: TextPage) -> list[str]:
    return [paragraph.text for paragraph in page.paragraphs]
