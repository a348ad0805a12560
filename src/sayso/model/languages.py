"""Languages: what a document calls one comes in, its ISO 639-1 code goes out, or None."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["language_code"]

_PARTS = re.compile(r"[-_,;(\s]")
_CODE = re.compile(r"[a-z]{2}")


def language_code(called: str) -> str | None:
    """The ISO 639-1 code of a language called by a tag, a code or its English name; regions are left out.

    >>> language_code("en-GB"), language_code("Pashto"), language_code("deu"), language_code("Klingon")
    ('en', 'ps', 'de', None)
    """
    first = _PARTS.split(called.strip().lower(), maxsplit=1)[0]
    return _names().get(first) or (first if _CODE.fullmatch(first) else None)


@cache
def _names() -> dict[str, str]:
    return tomllib.loads(files("sayso.schema").joinpath("languages.toml").read_text("utf-8"))
