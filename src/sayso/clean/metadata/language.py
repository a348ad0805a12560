"""Which language a text is in: the text and the declared language in, an ISO 639-1 code or None out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from resiliparse.parse.lang import detect_fast

from sayso.clean.metadata.tables import table
from sayso.model.languages import language_code

__all__ = ["detect_language"]

_WORD = re.compile(r"[^\s\d.,;:!?()\[\]\"“”«»„'’‘…–—|/।،؛؟-]+")
_READ = 3_000
_LEAST_LETTERS = 12
_LEAST_WORDS = 12
_SURE = 0.16
"""Share of stop words from which a text is taken for a language; running prose has .25 to .5, lists of names near 0."""
_CLEARLY = 1.25
_FAR_AHEAD = 1.6
"""How many times the next language's share counts as clear, and as clear even against resiliparse's answer."""
_FAR = 900
"""Out-of-place rank of resiliparse from which its answer says little on short text."""


def detect_language(text: str, *, declared: str | None = None) -> tuple[str | None, str]:
    """The language of a text and how that is known; None where the text does not settle it.

    `declared` is what the document says of itself (`en-US`); alone it is believed only if the text does not speak
    against it.

    >>> detect_language("The minister said that the gate would be opened on Friday, and that it was for all.")
    ('en', 'text')
    """
    sample = text[:_READ]
    stated = language_code(declared or "")
    spoken = [word.casefold() for word in _WORD.findall(sample)]
    if sum(map(len, spoken)) < _LEAST_LETTERS:
        return stated, "declared" if stated else "unknown"
    script = _script(sample)
    if script:
        return _of_script(script, spoken, sample, stated)
    return _of_latin(spoken, sample, stated)


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages that a word is a function word of."""
    out: dict[str, tuple[str, ...]] = {}
    for code, line in table("stopwords")["words"].items():
        for word in set(line.split()):
            out[word] = (*out.get(word, ()), code)
    return out


def _shares(spoken: list[str]) -> dict[str, float]:
    counts = dict.fromkeys(table("stopwords")["words"], 0)
    languages_of = _languages_of()
    for word, times in Counter(spoken).items():
        for code in languages_of.get(word, ()):
            counts[code] += times
    return {code: count / len(spoken) for code, count in counts.items()}


def _script(sample: str) -> str | None:
    """The language or family of a text in a script that is not Latin."""
    counts: dict[str, int] = {}
    letters = sample[:600]
    if letters.isascii():
        return None
    for name, first, last in table("stopwords")["scripts"]:
        pattern = _block(first, last)
        counts[name] = counts.get(name, 0) + len(pattern.findall(letters))
    best = max(counts, key=lambda name: counts[name])
    total = sum(map(str.isalpha, letters))
    return best if counts[best] * 2 > total else None


@cache
def _block(first: str, last: str) -> re.Pattern[str]:
    return re.compile(f"[{first}-{last}]")


def _of_script(script: str, spoken: list[str], sample: str, stated: str | None) -> tuple[str | None, str]:
    possible: list[str] = table("stopwords")["of_script"][script]
    if len(possible) == 1:
        return possible[0], "script"
    if script == "han":
        return ("ja" if _block("ぁ", "ヿ").search(sample) else "zh"), "script"
    shares = {code: share for code, share in _shares(spoken).items() if code in possible}
    best, share, runner_up = _best(shares)
    if stated in possible and (stated == best or shares.get(str(stated), share) >= share):
        return stated, "text+declared"
    if share >= _SURE / 2 and share > _CLEARLY * runner_up and len(spoken) >= _LEAST_WORDS:
        return best, "text"
    if stated in possible and share < _SURE / 2:
        return stated, "declared"
    return None, "unknown"


def _best(shares: dict[str, float]) -> tuple[str, float, float]:
    """The language of the largest share, the share, and the next share of a language that is not its twin."""
    best = max(shares, key=lambda code: shares[code])
    twins: list[str] = table("stopwords")["twins"].get(best, [])
    return (
        best,
        shares[best],
        max((share for code, share in shares.items() if code != best and code not in twins), default=0.0),
    )


def _of_latin(spoken: list[str], sample: str, stated: str | None) -> tuple[str | None, str]:
    shares = _shares(spoken)
    best, share, runner_up = _best(shares)
    twins: list[str] = table("stopwords")["twins"].get(best, [])
    guess, rank = detect_fast(sample)
    if stated and (stated == best or stated in twins) and share >= _SURE / 2:
        return stated, "text+declared"
    long_enough = len(spoken) >= _LEAST_WORDS
    if long_enough and share >= _SURE and share > _CLEARLY * runner_up:
        if guess != best and (guess in twins or any(share < _CLEARLY * shares[twin] for twin in twins)):
            return (
                (str(guess), "text") if guess in twins and shares[str(guess)] * _CLEARLY > share else (None, "unknown")
            )
        if guess == best or share > _FAR_AHEAD * runner_up or rank > _FAR:
            return best, "text"
    if long_enough and share >= _SURE / 2 and guess == best and share > _FAR_AHEAD * runner_up:
        return best, "text"
    if stated and stated == guess and share < _SURE:
        return stated, "text+declared"
    if stated and share < _SURE and (not long_enough or stated not in shares):
        return (stated, "declared") if shares.get(stated, share) >= runner_up else (None, "unknown")
    return None, "unknown"
