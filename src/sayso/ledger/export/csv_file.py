"""CSV for spreadsheets: composite cells as JSON, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import IO, Any

from sayso.schema import Field, Table

__all__ = ["FORMULA_STARTS", "write_csv"]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text cell that begins so is run by some spreadsheet; it is written behind an apostrophe (OWASP, CSV injection)."""


def write_csv(table: Table, rows: Iterable[dict[str, Any]], out: IO[bytes]) -> int:
    """Write rows as CSV (RFC 4180, UTF-8 with BOM so that spreadsheets read it as such); returns their number.

    A line break inside a cell stays: the number of records, not of lines, is the number of rows.
    """
    wrapper = io.TextIOWrapper(out, "utf-8-sig", errors="surrogatepass", newline="", write_through=True)
    writer = csv.writer(wrapper, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the count is what is returned
        writer.writerow([_cell(field, row[field.name]) for field in table.fields])
    wrapper.flush()
    wrapper.detach()
    return count


def _cell(field: Field, value: Any) -> Any:
    if value is None:
        return ""
    if not field.is_scalar:
        return json.dumps(value, ensure_ascii=False) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
