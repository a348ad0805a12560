"""A form in running text in; the words of the lexicon that take it out, whatever lemma the encoder made of it."""

from __future__ import annotations

from functools import cache

from sayso.extract.events.frames.classes import classes, word_class
from sayso.extract.events.frames.lexicon import head_of, lexicon
from sayso.extract.events.inflections import forms_of
from sayso.extract.events.word_lists import listed
from sayso.schema.data import read_data

__all__ = ["lemmas_of"]


@cache
def lemmas_of(form: str, pos: str) -> tuple[str, ...]:
    """The known lemmas, in lower case, that a form of this part of speech may be of.

    >>> lemmas_of("carried", "VERB")
    ('carry',)
    """
    return _filed().get((pos, form), ())


@cache
def _filed() -> dict[tuple[str, str], tuple[str, ...]]:
    out: dict[tuple[str, str], list[str]] = {}
    for pos, lemma in sorted(_known()):
        for form in forms_of(lemma, pos):
            out.setdefault((pos, form), []).append(lemma)
    return {key: tuple(lemmas) for key, lemmas in out.items()}


def _known() -> set[tuple[str, str]]:
    """Every word that a frame, a condition or a table names."""
    out = {
        ("VERB", lemma)
        for lemma in (
            *listed("light_verbs", "light"),
            *listed("light_verbs", "happening"),
            *read_data("sayso.extract.events", "inflections.toml")["verbs"],
        )
    }
    out |= {("NOUN", lemma) for name in classes() for lemma in word_class(name) if lemma.isalpha()}
    for frame in lexicon().frames:
        out |= {(frame.pos, words[head_of(words)]) for words in frame.words}
        out |= {("VERB", lemma) for lemma in frame.complement or () if lemma.isalpha()}
        heads = (
            frame.object,
            frame.subject,
            frame.indirect,
            frame.object_not,
            frame.subject_not,
            *frame.oblique.values(),
        )
        out |= {("NOUN", lemma) for allowed in heads for lemma in allowed or () if lemma.isalpha()}
    return out
