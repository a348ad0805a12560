"""Names from bylines: what a byline or an author field says in, the names of persons and desks in it out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.clean.metadata.tables import words
from sayso.model.dates import find_dates
from sayso.model.references import unescape

__all__ = ["clean_names", "is_organisation", "is_person", "name_key"]

_LONGEST = 60
_CONTACT = re.compile(
    r"https?://\S{1,300}|www\.\S{1,300}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|(?<!\w)@\w{1,40}", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{0,80})[)\]]")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d\b.{0,20}|\b\d{1,4}\s?(?:mins?|min\.|minutes?|comments?|hours?|days?|ago)\b.{0,20}",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<=\w),?\s(?:in|from|aus|à|en|reports from|berichtet aus)\s(?=[A-ZÄÖÜÉ]).{2,60}\Z")
_LETTERS = re.compile(r"[^\W_]+")
_SITE = re.compile(r"\w\.[a-z]{2,10}\b")
_SLUG = re.compile(r"[a-z]+(?:[-_][a-z0-9]+)+")
_PARTS = re.compile(r"\s*(?:[;|/•·‧●►»>\n]|\s[-–—]\s|(?<=\S)—|\s&\s|\s\+\s)\s*")


def clean_names(said: str) -> tuple[str, ...]:
    """The names in a byline, in order, without what stands around them.

    >>> clean_names("By MARA VELL and Ossip Dahl, Political Editor | Updated 3 May 2026")
    ('MARA VELL', 'Ossip Dahl')
    """
    text = _bare(unescape(said))
    out: list[str] = []
    for part in _PARTS.split(text):
        for name in _split(part):
            if name and name not in out:
                out.append(name)
    return tuple(out)


def is_person(name: str) -> bool:
    """Is this a person's full name: two words or more, or a word of a script that writes names in one?

    >>> is_person("Mara Vell"), is_person("Reuters"), is_person("松岡大地")
    (True, False, True)
    """
    if is_organisation(name) or any(word.casefold() in _set("role") for word in name.split()):
        return False
    return len(name.split()) > 1 or name[:1].lower() == name[:1].upper()


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name as it is compared: letters only, case folded."""
    return "".join(_LETTERS.findall(name.casefold()))


def is_organisation(name: str) -> bool:
    """Is this the name of an agency, a desk or an outlet rather than of a person?

    >>> is_organisation("Harbour Desk"), is_organisation("Mara Vell")
    (True, False)
    """
    spoken = [word.strip(".").casefold() for word in name.split()]
    if any(word in _set("organisation") for word in spoken) or _SITE.search(name):
        return True
    return len(spoken) == 1 and name.isupper() and len(name) > 1 and name.isascii()


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(words("bylines", key))


@cache
def _lead() -> re.Pattern[str]:
    leads = "|".join(re.escape(word) for word in sorted(words("bylines", "lead"), key=len, reverse=True))
    return re.compile(rf"\A[\s:–—-]*(?:(?:{leads})\b\s*(?:[:：]|\s)\s*)", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    tails = "|".join(re.escape(word) for word in sorted(words("bylines", "tail"), key=len, reverse=True))
    return re.compile(rf"(?:^|[\s,|•·(–—-])(?:{tails})(?![\w’'-]).*", re.IGNORECASE | re.DOTALL)


@cache
def _between() -> re.Pattern[str]:
    listed = words("bylines", "between")
    joints = "|".join(re.escape(word) for word in [*listed, *(word.upper() for word in listed if len(word) > 1)])
    return re.compile(rf"\s*,\s+(?:{joints})\s+|\s+(?:{joints})\s+|\s*[,、，]\s*")


def _bare(text: str) -> str:
    text = _CONTACT.sub(" ", text)
    for reading in reversed(find_dates(text)):
        text = text[: reading.start] + " | " + text[reading.end :]
    text = _CLOCK.sub(" ", text)
    text = _BRACKETED.sub(" ", text) if _BRACKETED.sub("", text).strip() else text.strip("()[] ")
    return " ".join(text.split())


def _split(part: str) -> list[str]:
    part = _unled(part)
    part = _tail().sub("", part)
    part = _PLACE.sub("", part)
    if is_organisation(part) and not re.search(r",|;", part):
        return [_name(part)]
    names: list[str] = []
    for piece in _between().split(part):
        piece = _unled(piece)
        if re.fullmatch(r"(?:Jr|Sr|MD|PhD|II|III)\.?", piece) and names:
            names[-1] += f", {piece}"
        else:
            names.append(_name(piece))
    return [name for name in names if name]


def _unled(text: str) -> str:
    for _ in range(2):
        text = _lead().sub("", text, count=1)
    return text


def _without_role(name: str) -> str:
    """`Mara Vell Political Editor` and `신현주 기자` without what they do; `Guardian staff reporter` as it is."""
    if is_organisation(name):
        return name
    spoken = name.split()
    while len(spoken) > 1 and spoken[-1] in _set("after"):
        spoken.pop()
    cut = list(spoken)
    while len(cut) > 2 and cut[-1].casefold() in _set("role"):
        cut.pop()
    return " ".join(cut)


def _name(piece: str) -> str:
    name = piece.strip(" \t,.:;*-–—|•·\"“”„'’‘‹›«»") + ("." if re.search(r"\b[A-Z]\.\W*\Z", piece) else "")
    spoken = [word.strip(".").casefold() for word in name.split()]
    if _SLUG.fullmatch(name):
        return ""
    name = _without_role(re.sub(r"\s(?:on|at)\Z", "", name))
    spoken = [word.strip(".").casefold() for word in name.split()]
    if not spoken or len(name) > _LONGEST or len(spoken) > 7 or name.casefold() in _set("nobody"):
        return ""
    if not any(character.isalpha() for character in name) or sum(map(str.isdigit, name)) > 2:
        return ""
    if len(spoken) > 0 and all(word in _set("role") for word in spoken) and len(spoken) < 4:
        return ""
    return name
