"""JSON with positions: what comes in is the text of a JSON document, what goes out is its values, each string with
the stretch of the document it stands in.

Nothing recurses, numbers stay as written, and a document that breaks off gives all values up to the break. Raw line
breaks in strings and trailing commas are let pass, as many exporters write them. Of members with one name the last
counts, as in Python's own reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.model import Aligned, Builder

__all__ = ["JsonArray", "JsonObject", "JsonScalar", "JsonText", "JsonValue", "Scan", "scan"]

DEPTH = 200
"""Deeper nesting than any feed of articles has; beyond it a document is refused."""

_TOKEN = re.compile(
    r"[ \t\n\r\ufeff]*+(?:(?P<mark>[{}\[\],:])"
    r"|\"(?P<text>(?:[^\"\\]++|\\(?:[\"\\/bfnrt]|u[0-9a-fA-F]{4}))*+)\""
    r"|(?P<scalar>-?[0-9]++(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null|NaN|-?Infinity)"
    r"|(?P<end>\Z))"
)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JsonText(NamedTuple):
    """A string: `document[start:end]` is how it is spelled between its quotes."""

    document: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The string itself; a lone surrogate, which is no character, reads U+FFFD."""
        return _ESCAPE.sub(lambda escape: _spelled(escape[0]), self.document[self.start : self.end])

    def aligned(self) -> Aligned:
        """The string with its way back: an escape is one piece, a surrogate pair too."""
        document, at, out = self.document, self.start, Builder()
        for escape in _ESCAPE.finditer(document, self.start, self.end):
            out.copy(document[at : escape.start()], at).atom(_spelled(escape[0]), *escape.span())
            at = escape.end()
        return out.copy(document[at : self.end], at).build()


class JsonScalar(NamedTuple):
    """A number, true, false or null, as written in `document[start:end]`."""

    document: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The literal."""
        return self.document[self.start : self.end]

    def aligned(self) -> Aligned:
        """The literal with its way back."""
        return Builder().copy(self.text, self.start).build()


@dataclass(slots=True)
class JsonArray:
    """The values between brackets; `whole` once the closing one is read."""

    start: int
    items: list[JsonValue] = field(default_factory=list)
    whole: bool = False


@dataclass(slots=True)
class JsonObject:
    """The members between braces; `whole` once the closing one is read."""

    start: int
    members: dict[str, JsonValue] = field(default_factory=dict)
    whole: bool = False

    def get(self, *path: str) -> JsonValue | None:
        """The value that a path of names leads to, if there is one."""
        here: JsonValue | None = self
        for name in path:
            here = here.members.get(name) if isinstance(here, JsonObject) else None
        return here


JsonValue = JsonObject | JsonArray | JsonText | JsonScalar


@dataclass(slots=True)
class Scan:
    """A value as far as it could be read: `end` is where reading stopped, `whole` whether the value was complete."""

    value: JsonValue | None
    end: int
    whole: bool
    too_deep: bool = False


def scan(text: str, start: int = 0, stop: int | None = None) -> Scan:
    """The JSON value that starts at a place of a text, up to `stop`.

    >>> found = scan(r'{"title": "Who\\u2019s first"}')
    >>> title = found.value.get("title")
    >>> title.text, (title.start, title.end)
    ('Who’s first', (11, 27))
    """
    return _Scanner(text, len(text) if stop is None else stop).run(start)


class _Scanner:
    """One pass over a text with a stack of the containers that are open."""

    def __init__(self, text: str, stop: int) -> None:
        self._text, self._stop = text, stop
        self._open: list[JsonObject | JsonArray] = []
        self._key: str | None = None
        self._root: JsonValue | None = None

    def run(self, at: int) -> Scan:
        due = _VALUE
        while True:
            token = _TOKEN.match(self._text, at, self._stop)
            kind = token.lastgroup if token else None
            if token is None or kind == "end":
                return Scan(self._root, at, whole=False)
            step = self._step(due, kind or "", token)
            if step is None:
                return Scan(self._root, at, whole=False)
            at, due = token.end(), step
            if not self._open:
                return Scan(self._root, at, whole=True)
            if len(self._open) > DEPTH:
                return Scan(self._root, at, whole=False, too_deep=True)

    def _step(self, due: str, kind: str, token: re.Match[str]) -> str | None:
        """Take one token; what is due after it, or None where it is not due."""
        mark = token["mark"]
        if due == _VALUE and (kind != "mark" or mark in "{["):
            return self._value(kind, mark, token)
        if due == _COMMA and mark == ",":
            return _KEY if isinstance(self._open[-1], JsonObject) else _VALUE
        if due == _KEY and kind == "text":
            self._key = JsonText(self._text, *token.span("text")).text
            return _COLON
        if due == _COLON and mark == ":":
            return _VALUE
        return self._close(mark) if due in (_COMMA, _KEY, _VALUE) and self._key is None else None

    def _value(self, kind: str, mark: str | None, token: re.Match[str]) -> str:
        value: JsonValue
        if kind == "text":
            value = JsonText(self._text, *token.span("text"))
        elif kind == "scalar":
            value = JsonScalar(self._text, *token.span("scalar"))
        else:
            value = (JsonObject if mark == "{" else JsonArray)(token.start("mark"))
        self._place(value)
        if not isinstance(value, (JsonObject, JsonArray)):
            return _COMMA
        self._open.append(value)
        return _KEY if mark == "{" else _VALUE

    def _place(self, value: JsonValue) -> None:
        if not self._open:
            self._root = value
            return
        holder = self._open[-1]
        if isinstance(holder, JsonArray):
            holder.items.append(value)
        elif self._key is not None:
            holder.members[self._key] = value
            self._key = None

    def _close(self, mark: str | None) -> str | None:
        if not self._open or mark != ("}" if isinstance(self._open[-1], JsonObject) else "]"):
            return None
        self._open.pop().whole = True
        return _COMMA


_VALUE, _KEY, _COLON, _COMMA = "value", "key", "colon", "comma"


def _spelled(escape: str) -> str:
    """The character that an escape stands for.

    >>> _spelled(r"\\ud83d\\ude00"), _spelled(r"\\ud83d"), _spelled(r"\\/")
    ('😀', '\\ufffd', '/')
    """
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    first = int(escape[2:6], 16)
    if len(escape) == 12:
        return chr(0x10000 + ((first - 0xD800) << 10) + int(escape[8:12], 16) - 0xDC00)
    return "\ufffd" if 0xD800 <= first <= 0xDFFF else chr(first)
