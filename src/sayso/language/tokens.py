"""A text in; its words out, cut the way Universal Dependencies cuts English, as a spaCy tokenizer.

spaCy's rules agree with UD English on 98 to 99 % of words; what is added here is what news is full of and they miss:
runs of the same mark stay one word, a slash between letters parts them, prefixes such as `non-` stay with their word.
"""

from __future__ import annotations

import re

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

__all__ = ["blank", "tokenizer_of"]

_RUN = r"(?:!{2,}|\?{2,}|[!?]{2,}|-{2,}|\*{2,}|={2,}|_{3,}|<{2,}|>{2,}|~{2,}|#{2,}|\.{2,}|…+)"
_PREFIXED = r"(?i:(?:non|anti|pro|pre|post|re|co|de|ex|sub|un|mid|multi|semi|inter|intra|ultra|counter|e)-[A-Z][\w'’]*)"
_PHONE = r"(?:\+?\d{1,4}(?:[-.]\d{2,5}){2,4}|\d{1,3}-\d{4})"
_ADDRESS = r"(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w[\w-]*)"
_STAYS_WHOLE = re.compile(f"^(?:{_PREFIXED}|{_PHONE}|{_ADDRESS})$")
"""One pattern: spaCy writes a tokenizer down by the pattern that the method is of."""


def blank() -> Language:
    """An English pipeline that only cuts words.

    >>> [token.text for token in blank()("Non-state groups and/or militias didn't sign!!")]
    ['Non-state', 'groups', 'and', '/', 'or', 'militias', 'did', "n't", 'sign', '!!']
    """
    nlp = English()
    nlp.tokenizer = tokenizer_of(nlp)
    return nlp


def tokenizer_of(nlp: Language) -> Tokenizer:
    """The tokenizer for a pipeline's vocabulary."""
    defaults = nlp.Defaults
    prefixes = [_RUN, *(defaults.prefixes or ())]
    suffixes = [
        _RUN,
        r"(?<=\d)(?:pm|am|PM|AM|km|kg|cm|mm|ft|mph|kph)",
        r"(?<=[\w)\]])[):;,]",
        *(defaults.suffixes or ()),
    ]
    infixes = [
        _RUN,
        r"(?<=[A-Za-z])/(?=[A-Za-z])",
        r"(?<=\w)\((?=\w)",
        r"(?<=[\w])\)(?=[\w.:;,])",
        r"(?<=[A-Za-z])[;&](?=[A-Za-z])",
        r"(?<=[A-Za-z])-(?=\d)",
        r"(?<=\d)[–—-](?=[\d$€£])",
        *(defaults.infixes or ()),
    ]
    return Tokenizer(
        nlp.vocab,
        rules=_exceptions(nlp),
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_STAYS_WHOLE.match,
        url_match=defaults.url_match,
    )


def _exceptions(nlp: Language) -> dict[str, list[dict[int | str, str]]]:
    rules = dict(nlp.Defaults.tokenizer_exceptions or {})
    # UD leaves `its` whole and parts these
    for whole in (
        "its",
        "Its",
        "ill",
        "Ill",
        "id",
        "Id",
        "were",
        "Were",
        "well",
        "Well",
        "shed",
        "Shed",
        "hell",
        "Hell",
        "and/or",
    ):
        rules.pop(whole, None)
    for first, second in (("wan", "na"), ("gon", "na"), ("got", "ta"), ("lot", "ta"), ("out", "ta"), ("sort", "a")):
        for head in (first, first.capitalize()):
            rules[head + second] = [{"ORTH": head}, {"ORTH": second}]
    for short in ("al.", "Ft.", "Nos.", "Art.", "Para.", "Lt.-Gen.", "Brig.", "Maj.", "Sgt.", "Cpl.", "Capt.", "Hon."):
        rules[short] = [{"ORTH": short}]
    return rules
