"""Big JSON files one object at a time: a file of lines or of one array in, its objects with their places out.

Nothing is lost in silence: what cannot be read is told with the number of its line.
"""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO, cast

__all__ = ["Found", "objects_of"]

_CHUNK = 1 << 20
_BETWEEN = " \t\r\n,[]"


class Found(NamedTuple):
    """An object and the line where it begins; or, of what cannot be read, why."""

    line: int
    value: dict[str, Any] | None
    problem: str | None = None


def objects_of(path: Path) -> Iterator[Found]:
    """The objects of a JSON file (a line each, or an array), plain or packed by gzip or bzip2."""
    with _opened(path) as file:
        first = _first_line(file)
        file.seek(0)
        yield from _by_line(file) if _is_by_line(first) else _by_object(file)


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return cast("TextIO", gzip.open(path, "rt", encoding="utf-8"))
    if path.suffix == ".bz2":
        return cast("TextIO", bz2.open(path, "rt", encoding="utf-8"))
    return path.open(encoding="utf-8-sig")


def _first_line(file: TextIO) -> str:
    for line in file:
        bare = line.strip().rstrip(",")
        if bare and bare != "[":
            return bare
    return ""


def _is_by_line(line: str) -> bool:
    """Is the first object whole on its line? Then every one is."""
    if not line.startswith("{"):
        return False
    return line != "{"


def _by_line(file: TextIO) -> Iterator[Found]:
    for number, line in enumerate(file, 1):
        bare = line.strip().rstrip(",")
        if bare and bare not in ("[", "]"):
            yield _read(bare, number)


def _read(text: str, number: int) -> Found:
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        return Found(number, None, f"no JSON: {error}"[:200])
    return Found(number, value) if isinstance(value, dict) else Found(number, None, "no JSON object")


def _by_object(file: TextIO) -> Iterator[Found]:
    """Objects that run over lines; after what cannot be read, the rest of the file cannot be parted."""
    decoder, buffer, at, line, ended = json.JSONDecoder(), "", 0, 1, False
    while True:
        while at < len(buffer) and buffer[at] in _BETWEEN:
            line += buffer[at] == "\n"
            at += 1
        if at < len(buffer):
            try:
                value, end = decoder.raw_decode(buffer, at)
            except (json.JSONDecodeError, RecursionError) as error:
                if ended:
                    yield Found(line, None, f"from here on no JSON: {error}"[:200])
                    return
            else:
                yield Found(line, value) if isinstance(value, dict) else Found(line, None, "no JSON object")
                line += buffer.count("\n", at, end)
                at = end
                continue
        elif ended:
            return
        more = file.read(_CHUNK)
        ended = not more
        buffer, at = buffer[at:] + more, 0
