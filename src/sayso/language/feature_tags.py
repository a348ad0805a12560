"""A part of speech and its features in; the Penn tag that says the same out, for pipelines that set no Penn tags."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["tag_of"]

_MODALS = frozenset(
    ["can", "could", "may", "might", "must", "shall", "should", "will", "would", "ca", "wo", "sha", "'ll", "’ll"]
)
_PLAIN = {
    "NOUN": "NN",
    "PROPN": "NNP",
    "ADJ": "JJ",
    "ADV": "RB",
    "ADP": "IN",
    "SCONJ": "IN",
    "DET": "DT",
    "PRON": "PRP",
    "CCONJ": "CC",
}


@lru_cache(maxsize=4096)
def tag_of(pos: str, features: str, form: str) -> str:
    """The Penn tag, or nothing where the features do not say.

    >>> tag_of("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "said")
    'VBD'
    """
    if form == "to" and pos == "PART":
        return "TO"
    if pos == "AUX" and form in _MODALS:
        return "MD"
    if pos in {"VERB", "AUX"}:
        return _verb_tag(dict(part.split("=", 1) for part in features.split("|") if "=" in part))
    return _wh_tag(pos, features) or _PLAIN.get(pos, "")


def _verb_tag(has: dict[str, str]) -> str:
    form, tense = has.get("VerbForm"), has.get("Tense")
    if form in {"Inf", None} or has.get("Mood") == "Imp":
        return "VB"
    if form == "Ger" or (form == "Part" and tense == "Pres"):
        return "VBG"
    if form == "Part":
        return "VBN"
    if tense == "Past":
        return "VBD"
    return "VBZ" if has.get("Person") == "3" and has.get("Number") == "Sing" else "VBP"


def _wh_tag(pos: str, features: str) -> str:
    if "PronType=Rel" not in features and "PronType=Int" not in features:
        return ""
    return {"PRON": "WP", "DET": "WDT", "ADV": "WRB"}.get(pos, "")
