"""Who gave a text out: the head of a release or of an article in; the issuer or the paper as its outlet out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.clean.text.blocks import Block, Head
from sayso.clean.text.kinds import is_masthead, is_organ
from sayso.clean.text.metadata import Found
from sayso.clean.text.tables import words

__all__ = ["read_letterhead"]

_RELEASE_PART = re.compile(r"\s*[-–—:|]\s*")


_SERVICE = re.compile(
    r"(?:the )?(?:press|information|media) (?:service|office|department|centre|center|secretariat) of (?:the )?(?=\w)",
    re.IGNORECASE,
)
"""The part of an office that writes its releases."""


def read_letterhead(head: Head, blocks: Sequence[Block], lead: int) -> None:
    """The outlet: who issues the release, or the masthead above a title."""
    if any(found.field == "outlet" for _, found, _ in head.found):
        return
    if _is_issued(blocks, head):
        organs = [(i, name) for i in range(lead) if (name := _organ_in(blocks[i]))]
        specific = [(i, n) for i, n in organs if {t.lower().strip(",.") for t in n.value.split()} & words("organ")]
        for i, name in (specific or organs or _issuer(blocks, head) or _recurring(blocks, head, lead))[:1]:
            head.add(i, head.labels.get(i, "header"), [name], "text.release-head")
    elif head.title and head.title[0] > 0 and is_masthead(blocks[0].text):
        text = blocks[0].text
        head.add(0, "header", [Found("outlet", text, 0, len(text))], "text.masthead")


def _is_issued(blocks: Sequence[Block], head: Head) -> bool:
    """A release, or a text whose title says that an office gave it out."""
    if head.title and not head.is_release:
        first = blocks[head.title[0]].text.lower()
        head.is_release = f"{first} ".startswith(tuple(f"{word} " for word in words("issued")))
    return head.is_release


_ISSUER = re.compile(
    r"(?i:(?:by|of|from) (?:the )?)(?P<name>[A-Z].{3,90}?)"
    r"(?=\s(?i:on|regarding|concerning|about|following|in|after|to)\s|$)"
)


def _issuer(blocks: Sequence[Block], head: Head) -> list[tuple[int, Found]]:
    """The office in "Statement by the Ministry of Defence on ..."."""
    if head.title is None:
        return []
    match = _ISSUER.search(blocks[head.title[0]].text)
    if match is None or not is_organ(match["name"]):
        return []
    return [(head.title[0], Found("outlet", match["name"], *match.span("name")))]


def _recurring(blocks: Sequence[Block], head: Head, lead: int) -> list[tuple[int, Found]]:
    """A name that stands alone in the head and again in the first paragraphs."""
    prose = " ".join(block.text for block in blocks[lead : lead + 3])
    return [
        (i, Found("outlet", block.text, 0, len(block.text)))
        for i, block in enumerate(blocks[:lead])
        if head.labels.get(i) == "header"
        and block.kind == "text"
        and len(block.text.split()) > 1
        and block.text in prose
    ]


def _organ_in(block: Block) -> Found | None:
    """The organisation a letterhead line names, beside a "Press release" on the same line or alone."""
    text = block.text
    if block.kind == "organ":
        start = service.end() if (service := _SERVICE.match(text)) else 0
        return Found("outlet", text[start:], start, len(text))
    if block.kind != "release":
        return None
    for part in _RELEASE_PART.split(text):
        if is_organ(part):
            start = text.index(part)
            return Found("outlet", part, start, start + len(part))
    return None
