"""The formats a brief is written in: a name in, the bytes of a file out."""

from __future__ import annotations

from collections.abc import Callable

from sayso.errors import UsageError
from sayso.report.docx_file import docx
from sayso.report.html_file import html
from sayso.report.json_file import as_json
from sayso.report.markdown_file import markdown
from sayso.report.parts import Brief

__all__ = ["FORMATS", "written"]

_WRITERS: dict[str, Callable[[Brief], str | bytes]] = {"md": markdown, "html": html, "docx": docx, "json": as_json}
FORMATS = tuple(_WRITERS)


def written(brief: Brief, form: str) -> bytes:
    """A brief as the bytes of a file; UsageError E102 for a format that is none of `FORMATS`.

    >>> written(Brief("Brief: border", (), (), (), ()), "md").splitlines()[0]
    b'# Brief: border'
    """
    if form not in _WRITERS:
        raise UsageError("E102", f"there is no format {form!r} for a report; there are {', '.join(FORMATS)}")
    made = _WRITERS[form](brief)
    # A quote may hold half a character (a lone surrogate), which no encoding can write.
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")
