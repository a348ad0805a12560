"""Words without their blanks in; a text with blanks where English puts them out, and the characters of each word.

Corpora of names hand words one a line. Read with a blank before every comma they would look like nothing the encoder
meets in an article.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["spaced"]

_NO_BLANK_BEFORE = frozenset(",.;:!?)]}%…”’") | {
    "'s",
    "’s",
    "n't",
    "n’t",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
    "''",
    "’re",
    "’ve",
    "’ll",
    "’d",
    "’m",
    "...",
}
_NO_BLANK_AFTER = frozenset("([{$£€“‘#") | {"``"}
_GLUE = frozenset(("-", "–", "/"))


def spaced(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words as a text, and where each stands in it.

    >>> spaced(["The", "army", "(", "UPDF", ")", "did", "n't", "say", ",", '"', "No", '"', "."])[0]
    'The army (UPDF) didn\\'t say, "No".'
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    glued, open_quote = True, False
    for at, word in enumerate(words):
        closes = word == '"' and open_quote
        tight = glued or word in _NO_BLANK_BEFORE or closes or _is_glue(words, at)
        if not tight:
            parts.append(" ")
            length += 1
        parts.append(word)
        spans.append((length, length + len(word)))
        length += len(word)
        glued = word in _NO_BLANK_AFTER or (word == '"' and not open_quote) or _is_glue(words, at)
        if word == '"':
            open_quote = not open_quote
    return "".join(parts), spans


def _is_glue(words: Sequence[str], at: int) -> bool:
    """A hyphen or slash between two words of letters or digits: corpora part `Al-Shabaab` and `24/7` there."""
    if words[at] not in _GLUE or not 0 < at < len(words) - 1:
        return False
    return words[at] != "–" and words[at - 1][-1].isalnum() and words[at + 1][0].isalnum()
