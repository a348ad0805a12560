"""A text in, where its sentences stand out, without a model: for words around a row, not for rows themselves."""

from __future__ import annotations

import re

__all__ = ["sentences"]

_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Brig|St|Prof|Sen|Gov|Rep|No|vs|Jr|Sr|Adm|Hon)|\b[A-Z])\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, as [start, end) of it.

    >>> text = "Gen. Rovik left. He said so."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Gen. Rovik left.', 'He said so.']
    """
    out, start = [], 0
    for part in _END.finditer(text):
        if _SHORT.search(
            text, start, part.start() + 1 if text[part.start() : part.start() + 1] == "." else part.start()
        ):
            continue
        end = part.start() + len(part[0].rstrip()) if not part[0].isspace() else part.start()
        out.append((start, end))
        start = part.end()
    out.append((start, len(text.rstrip())))
    return [(start, end) for start, end in out if end > start]
