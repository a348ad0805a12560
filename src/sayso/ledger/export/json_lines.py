"""JSON Lines: one object a line, UTF-8, fields in the contract's order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

from sayso.schema import Table

__all__ = ["write_json_lines"]


def write_json_lines(table: Table, rows: Iterable[dict[str, Any]], out: IO[bytes]) -> int:
    """Write rows as JSON Lines; returns their number."""
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the count is what is returned
        ordered = {field.name: row[field.name] for field in table.fields}
        out.write(json.dumps(ordered, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
    return count
