"""One doubtful token read: its place in a text in, the repairs that make it plain out (most often none)."""

import re
from functools import cache

from sayso.clean.spelling.homoglyphs import latin
from sayso.clean.spelling.hyphens import hyphen_characters, joined, line_end, line_end_join, separator_characters
from sayso.clean.spelling.invisible import shown
from sayso.clean.spelling.lookalikes import all_latin
from sayso.clean.spelling.protected import is_protected
from sayso.clean.spelling.surroundings import Surroundings
from sayso.clean.spelling.swaps import mask_characters, unswapped
from sayso.model import Repair


def read_token(text: str, start: int, end: int) -> list[Repair]:
    """The repairs of the token [start, end): of the whole where its parts are one word, else part by part."""
    found = _line_end_repair(text, start, end) or _whole(text, start, end) or _by_part(text, start, end)
    return [repair for repair in found if not is_protected(text, repair.start, repair.end)]


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(f"([{re.escape(hyphen_characters() + separator_characters())}])")


def _line_end_repair(text: str, start: int, end: int) -> list[Repair]:
    match = line_end(text, start)
    word = line_end_join(match) if match and match.end() > end else None
    return [Repair(start, match.end(), word, "line-end")] if match and word else []


def _whole(text: str, start: int, end: int) -> list[Repair]:
    pieces = _parting().split(text[start:end])
    marks = set(pieces[1::2])
    if not marks or len(marks) > 1:
        return []
    plain = [_plain(text, piece, start)[0] for piece in pieces[::2]]
    strict = marks <= set(separator_characters())
    word = joined(plain, strict)
    return [Repair(start, end, word, "separator" if strict else "hyphen")] if word else []


def _by_part(text: str, start: int, end: int) -> list[Repair]:
    out: list[Repair] = []
    place = start
    for piece in _parting().split(text[start:end]):
        plain, rules = _plain(text, piece, place)
        word = unswapped(plain)
        if word is not None:
            masked = any(char in mask_characters() for char in plain)
            plain, rules = word, [*rules, "mask" if masked else "swap"]
        if rules and plain != piece:
            out.append(Repair(place, place + len(piece), plain, "+".join(rules)))
        place += len(piece)
    return out


def _plain(text: str, piece: str, place: int) -> tuple[str, list[str]]:
    """The piece without hidden characters and in Latin letters, and by which rules."""
    if piece.isascii():
        return piece, []
    rules: list[str] = []
    plain = shown(piece)
    if plain is not None:
        rules.append("invisible")
    bare = plain if plain is not None else piece
    folded = latin(bare, Surroundings(text, place, place + len(piece)))
    if folded is not None:
        return folded, [*rules, "homoglyph"]
    if plain is not None and all_latin(plain):
        return plain, rules
    return piece, []
