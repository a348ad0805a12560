"""What page makers call the parts that are no article.

What comes in: the name and attributes of an element, or the words of a block. What goes out: a label (`nav`, `share`,
`related`, ...) or None. The knowledge is data, in boilerplate.toml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from sayso.schema.data import read_data

__all__ = ["heading_label", "opening_label", "pattern_label", "region_label", "whole_label"]

_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?""")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]+")
_UNSEEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_LONGEST_ATTRIBUTES = 4_000
"""Attributes longer than this hold data; what an element is stands in their first part."""
_LONGEST_ID = 6
"""An id of more words repeats a headline and names nothing."""
_LONGEST_REST = 25
"""Characters that may follow words such as 'more from'."""


class _Rules(NamedTuple):
    region: re.Pattern[str]
    tag: dict[str, str]
    role: dict[str, str]
    opens: re.Pattern[str]
    opening: re.Pattern[str]
    whole: dict[str, str]
    heading: re.Pattern[str]
    pattern: re.Pattern[str]


@cache
def _rules() -> _Rules:
    table = read_data("sayso.clean", "boilerplate.toml")
    return _Rules(
        region=_any_of(table["region"], r" (?<!\bhas )(?<!\bwith )(?<!\bno )", r"(?= |$)"),
        tag=table["tag"],
        role=table["role"],
        opens=_begins_like(table["opening"], r"\W{0,4}"),
        opening=_any_of(table["opening"], r"\W{0,4}", r"(?!\w)"),
        whole={words: label for label, phrases in table["whole"].items() for words in phrases},
        heading=_any_of(table["heading"], r"[\W\d]{0,6}", r"(?!\w)"),
        pattern=re.compile("|".join(f"(?P<{label}>{'|'.join(rows)})" for label, rows in table["pattern"].items())),
    )


def _any_of(labels: dict[str, list[str]], before: str, after: str) -> re.Pattern[str]:
    """One pattern for all phrases, longest first within a label, whose last group names the label."""
    named = (
        f"(?P<{label}>{'|'.join(_phrase(words, after) for words in sorted(phrases, key=len, reverse=True))})"
        for label, phrases in labels.items()
    )
    return re.compile(f"{before}(?:{'|'.join(named)})")


def _begins_like(labels: dict[str, list[str]], before: str) -> re.Pattern[str]:
    """The first two characters of all phrases: nearly every block is told by them to open with none."""
    starts = groupby(sorted({words[:2] for phrases in labels.values() for words in phrases}), key=lambda two: two[0])
    letters = (f"{re.escape(first)}[{''.join(re.escape(two[1]) for two in group)}]" for first, group in starts)
    return re.compile(f"{before}(?:{'|'.join(letters)})")


def _phrase(words: str, after: str) -> str:
    return re.escape(words) + (after if words[-1].isalnum() else "")


@lru_cache(maxsize=4096)
def region_label(tag: str, attributes: str) -> str | None:
    """What an element is by its name, role, class and id: a label of boilerplate.toml, `hidden`, or None.

    >>> region_label("div", ' class="sharedaddy sd-block"'), region_label("p", ' class="lead"')
    ('share', None)
    """
    rules = _rules()
    by_tag = rules.tag.get(tag)
    if not attributes:
        return by_tag
    words = [""]  # every name has a blank before it, which the pattern begins with
    for name, double, single, bare in _ATTRIBUTE.findall(attributes[:_LONGEST_ATTRIBUTES]):
        name, value = name.lower(), double or single or bare
        if name == "class" or name == "id":
            named = _NO_WORD.sub(" ", value if value.islower() else _CAMEL.sub(" ", value)).lower()
            if name == "class" or named.count(" ") < _LONGEST_ID:
                words.append(named)
        elif _hides(name, value):
            return "hidden"
        elif name == "role" and value in rules.role:
            return rules.role[value]
    match = rules.region.search(" ".join(words)) if len(words) > 1 else None
    return match.lastgroup if match else by_tag


def _hides(name: str, value: str) -> bool:
    if name == "style":
        return bool(_UNSEEN.search(value))
    return name == "hidden" or (name == "aria-hidden" and value == "true")


def opening_label(words: str) -> str | None:
    """What a block is by the words it opens with (lower case).

    >>> opening_label("read also: a bridge for the valley")
    'related'
    """
    rules = _rules()
    match = rules.opening.match(words) if rules.opens.match(words) else None
    return match.lastgroup if match else None


def pattern_label(words: str) -> str | None:
    """What a block is whose words (lower case), all of them, follow a known form.

    >>> pattern_label("the post roads reopen appeared first on valley news.")
    'related'
    """
    match = _rules().pattern.fullmatch(words.rstrip(" ."))
    return match.lastgroup if match else None


def heading_label(words: str) -> str | None:
    """What stands under a heading of these words (lower case), if that is no article.

    >>> heading_label("2 comments"), heading_label("comments on the bridge"), heading_label("also on valley news")
    ('comment', None, 'related')
    """
    match = _rules().heading.match(words)
    if not match:
        return None
    rest = words[match.end() :]
    is_open = match.lastgroup == "related" and " " in match[0].strip() and len(rest) <= _LONGEST_REST
    return match.lastgroup if is_open or not any(map(str.isalpha, rest)) else None


def whole_label(words: str) -> str | None:
    """What a block of just these words is (lower case).

    >>> whole_label("advertisement")
    'ad'
    """
    return _rules().whole.get(words.strip(" :.|»›>-–—*!"))
