"""Character references of HTML: a string that may hold some comes in, the string that browsers read goes out."""

from __future__ import annotations

import html
import re

__all__ = ["unescape"]

_MONSTER = re.compile(r"&#[0-9]{4000,};?")
"""A number this long is no character, and Python reads none of more than 4,300 digits."""


def unescape(text: str) -> str:
    """The string with its references spelled out, as `html.unescape` does; a number that is no character is U+FFFD.

    >>> unescape("AT&amp;T &#8217; &#x110000;")
    'AT&T ’ \\ufffd'
    """
    return html.unescape(_MONSTER.sub("\ufffd", text) if "&#" in text else text)
