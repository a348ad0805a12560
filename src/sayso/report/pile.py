"""A published ledger in, the rows that a brief asks for out: by id, by link, and the counts of its head."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import Any

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.report.days import bounds

__all__ = ["Pile"]

Row = dict[str, Any]

_ALL = 1 << 62
_ROWS, _ARTICLES = 100_000, 2_000
"""How many rows, and how many articles with their texts, are kept at hand."""


class Pile:
    """The rows of a ledger as a brief reads them; those read last are kept at hand."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._database = ledger.database
        self._found = lru_cache(_ROWS)(self._read)
        self._article = lru_cache(_ARTICLES)(self._read)
        self._published: dict[str, str | None] = {}

    def find(self, row_id: str | None) -> tuple[str, Row] | None:
        """The table and the row with an id, or None."""
        return self._found(row_id) if row_id else None

    def _read(self, row_id: str) -> tuple[str, Row] | None:
        found = self._database.row(row_id)
        return found if found and found[1]["id"] == row_id else None

    def row(self, row_id: str | None, table: str) -> Row | None:
        """The row of a table with an id, or None."""
        found = self.find(row_id)
        return found[1] if found and found[0] == table else None

    def article(self, article_id: str) -> Row:
        """The article with an id; LedgerError E505 where a row names one that is not there."""
        found = self._article(article_id)
        if found is None or found[0] != "articles":
            raise LedgerError("E505", f"{self._database.path}: no article {article_id}, which a row stands in")
        return found[1]

    def published(self, article_id: str) -> str | None:
        """When an article was published, as far as known."""
        if article_id not in self._published:
            self._published[article_id] = self.article(article_id)["published"]
        return self._published[article_id]

    def rows(self, table: str) -> list[Row]:
        """Every row of a table."""
        return list(self._database.rows(table))

    @cached_property
    def links(self) -> list[Row]:
        """Every link."""
        return self.rows("links")

    @cached_property
    def links_from(self) -> dict[str, list[Row]]:
        """Links by the row they start at."""
        return _by(self.links, "from")

    @cached_property
    def links_to(self) -> dict[str, list[Row]]:
        """Links by the row they lead to."""
        return _by(self.links, "to")

    def told_on(self, row: Row) -> str | None:
        """When a statement was said, or else published; when an event happened, or else was published."""
        day: str | None = row.get("said_on") or row.get("date") or self.published(row["article_id"])
        return day

    def statements_of(self, article_id: str) -> list[Row]:
        """The statements of an article, in its order."""
        return self._database.article_statements(article_id)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return self._database.count(table)

    def values(self, table: str, column: str) -> dict[str, int]:
        """Every value of a column with its count; rows without one are left out."""
        return dict(self._database.tally(table, column, _ALL))

    @cached_property
    def dates(self) -> tuple[str, str] | None:
        """The days on which the first and the last article were published; None where no article has a date.

        An article of which only the month or year is known counts only where no other has a day.
        """
        known = [both for day in self.values("articles", "published") if (both := bounds(day))]
        known = [both for both in known if both[0] == both[1]] or known
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None


def _by(links: list[Row], end: str) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = defaultdict(list)
    for link in links:
        out[link[end]].append(link)
    return out
