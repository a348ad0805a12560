"""The files of the lexicon in; frames, checked and filed under the words that may bring them, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sayso.extract.events.frames.classes import classes_in, words_of
from sayso.extract.events.frames.files import read_files
from sayso.schema.plover import contexts, roots

__all__ = ["ANY", "Frame", "Lexicon", "head_of", "lexicon"]

ANY = "*"
"""Any head will do, but there must be one."""

_POS = {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}
_LISTS = ("object", "subject", "indirect", "complement", "object_not", "subject_not", "amid", "amid_not")
_PLACES = frozenset(("subject", "object", "indirect", "possessive", "complement", "none"))
_KNOWN = frozenset(
    (
        *_POS,
        *_LISTS,
        *("root", "mode", "contexts", "particle", "oblique", "no_object", "voice", "actor", "recipient", "symmetric"),
        *("killed", "injured", "arrested", "reality", "example", "by", "to"),
    )
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of a word. `words` are its lemmas, the head last for nouns of several words.

    Conditions: head lemmas that an argument may have (`ANY` any), None where it is free. `actor` and `recipient` tell
    where they stand: subject, object, indirect, possessive, complement, none, or a preposition; in order of choice.
    `counts` tells where the killed, injured or arrested stand, `self` for the frame's own word.
    `amid` are lemmas of which the text must tell nearby, `amid_not` those that its sentence must not hold: a frame of
    words that tell as well of accidents as of harm done. It needs a figure to fire.
    `id` is file and number: what a row names as its reason.
    """

    id: str
    root: str
    pos: str
    words: tuple[tuple[str, ...], ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    particle: str | None = None
    object: frozenset[str] | None = None
    subject: frozenset[str] | None = None
    indirect: frozenset[str] | None = None
    complement: frozenset[str] | None = None
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    object_not: frozenset[str] = frozenset()
    subject_not: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    amid_not: frozenset[str] = frozenset()
    oblique: Mapping[str, frozenset[str]] = field(default_factory=dict)
    no_object: bool = False
    voice: str | None = None
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    symmetric: bool = False
    counts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reality: str | None = None
    example: str = ""
    by: str | None = None
    to: str | None = None

    @property
    def conditions(self) -> int:
        """How much the frame asks for, twice where it says of which words: the most specific frame is taken."""
        heads = (self.object, self.subject, self.indirect, self.complement, *self.oblique.values())
        asked = sum(1 if ANY in allowed else 2 for allowed in heads if allowed is not None)
        longer = max(len(words) for words in self.words) - 1
        return asked + 2 * ((self.particle is not None) + (self.voice is not None) + longer) + self.no_object


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames filed by part of speech (VERB, NOUN, ADJ) and last lemma, the most specific first."""

    frames: tuple[Frame, ...]
    filed: Mapping[tuple[str, str], tuple[Frame, ...]]

    def of(self, pos: str, lemma: str) -> tuple[Frame, ...]:
        """The frames that a word may bring."""
        return self.filed.get((pos, lemma), ())


@cache
def lexicon() -> Lexicon:
    """Every frame there is. ValueError for an entry that is not as the format wants it.

    >>> lexicon().of("VERB", "shell")[0].root
    'ASSAULT'
    """
    frames = tuple(_all())
    filed: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for words in frame.words:
            filed.setdefault((frame.pos, words[head_of(words)]), []).append(frame)
    return Lexicon(
        frames, {key: tuple(sorted(rows, key=lambda frame: -frame.conditions)) for key, rows in filed.items()}
    )


def head_of(words: tuple[str, ...]) -> int:
    """Which of a noun's words the others hang on.

    >>> head_of(("air", "strike")), head_of(("exchange", "of", "fire"))
    (1, 0)
    """
    return words.index("of") - 1 if "of" in words[1:] else len(words) - 1


def _all() -> Iterator[Frame]:
    for name, content in read_files().items():
        for number, entry in enumerate(content.get("frame", ()), start=1):
            root = name.removesuffix(".toml")
            try:
                yield _frame(f"{root}.{number}", root, entry)
            except ValueError as error:
                raise ValueError(f"{name}, frame {number} ({_word(entry)}): {error}") from None


def _word(entry: Mapping[str, Any]) -> object:
    return next((entry[kind] for kind in _POS if kind in entry), "no word")


def _frame(number: str, root: str, entry: Mapping[str, Any]) -> Frame:
    unknown = entry.keys() - _KNOWN
    if unknown:
        raise ValueError(f"unknown fields {', '.join(sorted(unknown))}")
    pos = [kind for kind in _POS if kind in entry]
    if len(pos) != 1:
        raise ValueError("a frame has exactly one of verb, noun, adjective")
    word = entry[pos[0]]
    _check(root := entry.get("root", root), entry)
    listed = {name: _listed(entry[name], name) for name in _LISTS if name in entry}
    return Frame(
        id=f"{number}.{word if isinstance(word, str) else word[0]}",
        root=root,
        pos=_POS[pos[0]],
        words=tuple(tuple(_parts(one)) for one in ([word] if isinstance(word, str) else word)),
        mode=entry.get("mode"),
        contexts=tuple(entry.get("contexts", ())),
        particle=entry.get("particle"),
        object=listed.get("object"),
        subject=listed.get("subject"),
        indirect=listed.get("indirect"),
        complement=listed.get("complement"),
        classes={name: classes_in(entry[name]) for name in listed}
        | {at: classes_in(heads) for at, heads in entry.get("oblique", {}).items()},
        object_not=listed.get("object_not", frozenset()),
        subject_not=listed.get("subject_not", frozenset()),
        amid=listed.get("amid", frozenset()),
        amid_not=listed.get("amid_not", frozenset()),
        oblique={at: _listed(heads, at) for at, heads in entry.get("oblique", {}).items()},
        no_object=entry.get("no_object", False),
        voice=entry.get("voice"),
        actor=_placed(entry.get("actor"), ("subject",)),
        recipient=_placed(entry.get("recipient"), ("object",)),
        symmetric=entry.get("symmetric", False),
        counts={kind: _placed(entry[kind], ()) for kind in ("killed", "injured", "arrested") if kind in entry},
        reality=entry.get("reality"),
        example=entry.get("example", ""),
        by=entry.get("by"),
        to=entry.get("to"),
    )


def _parts(word: str) -> list[str]:
    """`cease-fire` is three words to the tokenizer."""
    return word.replace("-", " - ").split()


def _check(root: str, entry: Mapping[str, Any]) -> None:
    if root not in roots():
        raise ValueError(f"{root} is no PLOVER root")
    mode = entry.get("mode")
    if mode is not None and mode not in roots()[root].modes:
        raise ValueError(f"{root} has no mode {mode}; it has {', '.join(roots()[root].modes) or 'none'}")
    for context in entry.get("contexts", ()):
        if context not in contexts():
            raise ValueError(f"{context} is no PLOVER context")
    if entry.get("voice") not in (None, "active", "passive"):
        raise ValueError("voice is active or passive")
    if not entry.get("example"):
        raise ValueError("it has no example")


def _listed(value: object, name: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError(f"{name} is a list of head lemmas and @classes")
    return words_of(tuple(value))


def _placed(value: object, default: tuple[str, ...]) -> tuple[str, ...]:
    if value is None:
        return default
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]  # checked as used: an unknown place never matches
