"""Character references of HTML: a string that may hold some comes in, the string that browsers read goes out."""

from __future__ import annotations

import html
import re
from html.entities import html5

__all__ = ["REFERENCE", "named_part", "unescape"]

REFERENCE = r"&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)"
"""What may be a reference; of one by name `named_part` tells how much."""

_MONSTER = re.compile(r"&#[0-9]{4000,};?")
"""A number this long is no character, and Python reads none of more than 4,300 digits."""


def unescape(text: str) -> str:
    """The string with its references spelled out, as `html.unescape` does; a number that is no character is U+FFFD.

    >>> unescape("AT&amp;T &#8217; &#x110000;")
    'AT&T ’ \\ufffd'
    """
    return html.unescape(_MONSTER.sub("\ufffd", text) if "&#" in text else text)


def named_part(spelled: str) -> str:
    """The part of what may be a reference that is one, as `html.unescape` finds it; all of it where none is.

    >>> named_part("&notit;"), named_part("&amp;")
    ('&not', '&amp;')
    """
    if spelled[1] == "#" or spelled[1:] in html5:
        return spelled
    return next((spelled[:end] for end in range(len(spelled) - 1, 2, -1) if spelled[1:end] in html5), spelled)
