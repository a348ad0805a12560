"""A spaCy pipeline whose one component is Sayso's encoder: a text in; a `Doc` with tags, trees, names, statements out.

A `Doc` costs nothing beside the encoder and gives its users matchers, displaCy, `DocBin` and `nlp.pipe`. A `Doc` with
words of one's own may be passed instead of a text; sentence starts that are set in it are kept, the others found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from sayso import __version__
from sayso.language.annotation import Annotation, annotate
from sayso.language.datelines import after_datelines
from sayso.language.encoder import Encoder, encoder
from sayso.language.lemmas import applied
from sayso.language.names import label_of
from sayso.language.pieces import pieces
from sayso.language.tokens import tokenizer_of
from sayso.language.windows import Words, words_of

__all__ = ["Reader", "annotated", "annotation_of", "load", "tokenized"]

ATTRIBUTES = [POS, TAG, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
_COLUMNS = {"tags": (0, 1, 2, 3), "trees": (4, 5), "names": (6, 7)}

_read: WeakKeyDictionary[Doc, Annotation] = WeakKeyDictionary()


def annotation_of(doc: Doc) -> Annotation | None:
    """What the encoder said of a `Doc`, also `doc._.annotation`; None where this process has not read it.

    It is not part of the `Doc`, so that a `Doc` can be written, copied and sent to other processes. To have it again,
    run the reader over the `Doc`.
    """
    return _read.get(doc)


if not Doc.has_extension("annotation"):
    # Here and not where a reader is made: a pipeline that was pickled makes none.
    Doc.set_extension("annotation", getter=annotation_of)


def load() -> Language:
    """The pipeline, a new one each time; the encoder behind it is loaded once a process.

    >>> doc = load()("Hale denied on Sunday that Kabul had agreed.")
    >>> [(token.text, token.dep_) for token in doc][:3]
    [('Hale', 'nsubj'), ('denied', 'root'), ('on', 'case')]
    """
    from spacy.lang.en import English

    nlp = English(meta={"name": "sayso", "version": __version__, "license": "MIT"})
    nlp.tokenizer = tokenizer_of(nlp)
    nlp.add_pipe("sayso_reader")
    return nlp


PARTS = ("tags", "trees", "names")
"""What a `Doc` may have of its own: tags, lemmas and features; heads and sentences; names."""


@Language.factory(
    "sayso_reader",
    assigns=[f"token.{name}" for name in ("pos", "tag", "morph", "lemma", "dep", "head")]
    + ["doc.sents", "doc.ents", "doc.spans"],
    default_config={"keep": []},
)
def reader(nlp: Language, name: str, keep: list[str]) -> Reader:
    """The factory behind `nlp.add_pipe("sayso_reader")`, in Sayso's pipeline or in one's own."""
    return Reader(nlp, name, keep)


class Reader:
    """The pipeline's component: annotates a `Doc` in place.

    `keep` names the parts of `PARTS` that a pipeline of one's own has written before and that stay as they are:
    `nlp.add_pipe("sayso_reader", config={"keep": ["tags", "trees", "names"]})` adds the attributions alone. They are
    still what the encoder reads from the words, and `doc._.annotation` holds what it says of all parts. ValueError
    where `keep` names anything else.
    """

    def __init__(self, nlp: Language, name: str = "sayso_reader", keep: Sequence[str] = ()) -> None:
        if not set(keep) <= set(PARTS):
            raise ValueError(
                f"sayso_reader keeps any of {', '.join(PARTS)}, not {', '.join(sorted(set(keep) - set(PARTS)))}"
            )
        self.name = name
        self._vocab = nlp.vocab
        own = {at for part in keep for at in _COLUMNS[part]}
        self._written = [at for at in range(len(ATTRIBUTES)) if at not in own]
        self._tables: _Tables | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Write tags, lemmas, trees, names, and spans of attribution; `doc._.annotation` is what they come from."""
        heard = encoder()
        if self._tables is None:
            self._tables = _Tables(self._vocab, heard)
        kept = np.flatnonzero([not token.is_space for token in doc])
        words = _words(doc, kept)
        annotation = annotate(words, heard, _starts(doc, kept, words))
        self._tables.write(doc, kept, annotation, self._written)
        _read[doc] = annotation
        return doc


def _words(doc: Doc, kept: NDArray[np.int64]) -> Words:
    text = doc.text
    starts = doc.to_array(["IDX", "LENGTH"])
    spans = [(int(a), int(a + n)) for a, n in starts[kept]] if len(kept) else []
    return words_of(text, spans, pieces())


def _starts(doc: Doc, kept: NDArray[np.int64], words: Words) -> list[int] | None:
    """Each word's 1 or 0 as the `Doc` tells its sentence starts, else -1; None where it tells nothing.

    The next word takes over what is told of a blank, and a paragraph starts a sentence unless the `Doc` denies it.
    """
    if not doc.has_annotation("SENT_START"):
        return None
    told = doc.to_array([SENT_START]).view(np.int64).reshape(-1)  # spaCy's: 1, -1 for none, 0 for unknown
    paragraph = np.array(words.gap, np.int64) >= 2
    out: NDArray[np.int64] = np.select([told[kept] == 1, told[kept] == -1, paragraph], [1, 0, 1], -1)
    after = np.searchsorted(kept, np.flatnonzero(told == 1))
    out[after[after < len(kept)]] = 1
    return [int(start) for start in out]


class _Tables:
    """Numbers of labels in the encoder to numbers of strings in a vocabulary."""

    def __init__(self, vocab, heard: Encoder) -> None:  # type: ignore[no-untyped-def]
        strings, labels = vocab.strings, heard.labels
        from spacy.parts_of_speech import IDS

        self.upos = np.array([IDS[name] for name in labels["upos"]], np.uint64)
        self.xpos = np.array([strings.add(name) for name in labels["xpos"]], np.uint64)
        self.feats = np.array([vocab.morphology.add(name) for name in labels["feats"]], np.uint64)
        self.relations = np.array([strings.add(name) for name in labels["rel"]], np.uint64)
        self.scripts = labels["lemma"]
        self.strings = strings
        self.space = IDS["SPACE"], strings.add("_SP"), strings.add("dep")
        self._lemmas: dict[tuple[str, int], int] = {}

    def write(self, doc: Doc, kept: NDArray[np.int64], found: Annotation, columns: Sequence[int]) -> None:
        """Put what was found into a `Doc`: these of the `ATTRIBUTES`, and the spans of attribution."""
        if len(kept) and columns:
            attributes = [ATTRIBUTES[at] for at in columns]
            doc.from_array(attributes, self._values(doc, kept, found)[:, columns])  # type: ignore[arg-type]  # its stub knows no unsigned numbers
        doc.spans["attribution"] = SpanGroup(
            doc,
            name="attribution",
            spans=[Span(doc, int(kept[a]), int(kept[b - 1]) + 1, label=kind) for a, b, kind in found.spans["attr"]],
        )

    def _values(self, doc: Doc, kept: NDArray[np.int64], found: Annotation) -> NDArray[np.uint64]:
        out = np.zeros((len(doc), len(ATTRIBUTES)), np.uint64)
        out[:, 0], out[:, 1], out[:, 5] = self.space
        out[kept, 0], out[kept, 1] = self.upos[found.upos], self.xpos[found.xpos]
        out[kept, 2] = self.feats[found.feats]
        out[kept, 3] = [
            self._lemma(form, script) for form, script in zip(found.words.form, found.lemma.tolist(), strict=True)
        ]
        out[:, 4] = _offsets(len(doc), kept, found.heads).view(np.uint64)
        out[kept, 5] = self.relations[found.relations]
        out[:, 6] = 2
        for first, last, kind in found.spans["names"]:
            label = self.strings.add(label_of(kind, found.words.form[first:last]))
            inside = kept[first:last]
            out[inside[0] : inside[-1] + 1, 6], out[inside[0], 6] = 1, 3
            out[inside[0] : inside[-1] + 1, 7] = label
        return out

    def _lemma(self, form: str, script: int) -> int:
        key = (form, script)
        known = self._lemmas.get(key)
        if known is None:
            if len(self._lemmas) > 200_000:
                self._lemmas.clear()
            known = self._lemmas[key] = self.strings.add(applied(form, self.scripts[script]))
        return known


def _offsets(count: int, kept: NDArray[np.int64], heads: NDArray[np.int64]) -> NDArray[np.int64]:
    """Distance from each token to its head; a blank hangs on the word before it, or after it at the start."""
    out = np.zeros(count, np.int64)
    out[kept] = kept[heads] - kept
    blank = np.ones(count, bool)
    blank[kept] = False
    for at in np.flatnonzero(blank):
        before = kept[kept < at]
        out[at] = (before[-1] if len(before) else kept[0]) - at
    return out


@lru_cache(maxsize=1)
def _cutter() -> Language:
    return load()


def annotated(text: str) -> Annotation:
    """What the encoder says of a text, without the `Doc` around it; what follows a dateline begins a sentence."""
    words = tokenized(text)
    datelines = after_datelines(words)
    if not datelines:
        return annotate(words, encoder())
    given = [-1] * len(words)
    for _, last in datelines:
        given[last] = 1
    return annotate(words, encoder(), given)


def tokenized(text: str) -> Words:
    """The words of a text, as the encoder takes them."""
    nlp = _cutter()
    spans: list[tuple[int, int]] = []
    for first, last in _stretches(text):
        places = nlp.make_doc(text[first:last]).to_array([IDX, LENGTH, IS_SPACE])
        places = places[places[:, 2] == 0].astype(np.int64)
        spans += [(first + start, first + start + length) for start, length in places[:, :2].tolist()]
    return words_of(text, spans, pieces())


_ENDLESS = re.compile(r"\S{1000}")


def _stretches(text: str) -> list[tuple[int, int]]:
    """The whole text, cut where a thousand characters have no blank: there spaCy's tokenizer takes squared time."""
    cuts = [match.end() for match in _ENDLESS.finditer(text)]
    return [(first, last) for first, last in pairwise([0, *cuts, len(text)]) if first < last]
