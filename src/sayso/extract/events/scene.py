"""What is known of a text's words before events are sought: its trees, clauses and names, by number of the word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.extract.events.vocabulary import lemmas_of
from sayso.extract.events.word_lists import listed
from sayso.language.annotation import Annotation
from sayso.language.clauses import Clause, clauses
from sayso.language.datelines import after_datelines
from sayso.language.dependencies import Dependencies
from sayso.language.encoder import encoder
from sayso.language.phrases import phrase
from sayso.language.reading_tree import dependencies_of
from sayso.schema.countries import country_of

__all__ = ["Scene"]

Range = tuple[int, int]


_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))


@dataclass(frozen=True)
class Scene:
    """A text as the rules of events see it. Words are numbered as in `annotation.words`."""

    text: str
    annotation: Annotation

    @cached_property
    def tree(self) -> Dependencies:
        """The trees of all sentences; a lemma that is none of a known word's gives way to that word."""
        tree = dependencies_of(self.annotation, encoder())
        for at, (form, pos) in enumerate(zip(tree.forms, tree.pos, strict=True)):
            known = lemmas_of(form, "VERB" if pos == "AUX" else pos)
            if known and tree.lemmas[at] not in known:
                tree.lemmas[at] = known[0]
        return tree

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """All lemmas of the text."""
        return frozenset(self.tree.lemmas)

    @cached_property
    def clauses(self) -> dict[int, Clause]:
        """Clauses by their predicates."""
        return {clause.predicate: clause for clause in clauses(self.tree)}

    @cached_property
    def names(self) -> dict[int, tuple[int, int, str]]:
        """Each word inside a name to the name: words [first, last) and its kind."""
        return {at: span for span in self.annotation.spans["names"] for at in range(span[0], span[1])}

    @cached_property
    def sentences(self) -> list[Range]:
        """Sentences as words [first, last)."""
        starts = [at for at, opens in enumerate(self.annotation.starts.tolist()) if opens]
        return [(a, b) for a, b in zip(starts, [*starts[1:], len(self.annotation.words)], strict=True)]

    @cached_property
    def datelines(self) -> frozenset[int]:
        """Words of datelines: `GENEVA, May 4 (Reuters) -`, `PORT SUDAN —`."""
        return frozenset(at for part in after_datelines(self.annotation.words) for at in range(*part))

    def sentence_of(self, at: int) -> Range:
        """The sentence a word stands in."""
        return self.sentences[bisect_right(self.sentences, at, key=lambda part: part[0]) - 1]

    @cached_property
    def paragraphs(self) -> list[int]:
        """The first words of paragraphs."""
        return [at for at, gap in enumerate(self.annotation.words.gap) if gap >= 2 or at == 0]

    def paragraph_of(self, at: int) -> Range:
        """The paragraph [first, last) that a word stands in."""
        number = bisect_right(self.paragraphs, at)
        last = self.paragraphs[number] if number < len(self.paragraphs) else len(self.annotation.words)
        return self.paragraphs[number - 1], last

    def characters(self, first: int, last: int) -> Range:
        """Words [first, last) as characters of the text."""
        words = self.annotation.words
        return words.start[first], words.end[last - 1]

    def core(self, at: int) -> int:
        """The word that tells what an argument is: `dozens of soldiers` are soldiers.

        Other words stand for themselves.
        """
        tree = self.tree
        at = self.antecedent(at)
        for _ in range(3):
            if tree.pos[at] != "NUM" and tree.lemmas[at] not in listed("scene", "quantities"):
                return at
            inner = [
                child
                for child in tree.children[at]
                if tree.relations[child] in ("nmod", "conj")
                and any(tree.forms[c] == "of" for c in tree.children[child])
            ]
            if not inner:
                return at
            at = inner[0]
        return at

    def antecedent(self, at: int) -> int:
        """The noun that a relative pronoun stands for; any other word itself."""
        tree = self.tree
        if tree.forms[at] not in _RELATIVE or tree.pos[at] not in ("PRON", "DET", "SCONJ"):
            return at
        if tree.forms[at] in ("who", "whom"):
            near = [n for n in range(at - 1, max(-1, at - 4), -1) if tree.pos[n] in ("NOUN", "PROPN")]
            if near and tree.pos[at - 1] in ("NOUN", "PROPN", "PUNCT"):
                return near[0]
        head = at
        for _ in range(4):
            head = tree.heads[head]
            if tree.relations[head] in ("acl:relcl", "acl") and tree.heads[head] != head:
                return tree.heads[head]
        return at

    @cached_property
    def opposing(self) -> list[tuple[str, str]]:
        """States that the text sets beside each other in a quarrel: `fighting between X and Y`, `the X–Y border`."""
        out = []
        tree = self.tree
        for at, form in enumerate(tree.forms):
            if form != "and" and form not in ("-", "–"):
                continue
            first, last = self.sentence_of(at)
            before, after = at - 1, at + 1
            while after < last and tree.pos[after] in ("DET", "PUNCT"):
                after += 1
            if not (first <= before and after < last):
                continue
            one, other = self.country(before), self.country(after)
            if one and other and one != other and listed("scene", "quarrel").intersection(tree.lemmas[first:last]):
                out.append((one, other))
        return out

    def kind(self, at: int) -> str | None:
        """The kind of name that a word is in, else None."""
        found = self.names.get(at)
        return found[2] if found else None

    def phrase(self, at: int, without: Sequence[int] = ()) -> Range:
        """The words [first, last) of an argument's phrase, without what else is said of it, and words `without`."""
        more = [child for child in self.tree.children[at] if self._is_more(child)]
        return phrase(self.tree, at, listed("scene", "said_more"), [*more, *without])

    def _is_more(self, child: int) -> bool:
        """Is this what an argument's phrase goes on with, and not what names it?"""
        return self.tree.relations[child] == "conj"

    def country(self, at: int) -> str | None:
        """The state that a word, or the name it is in, stands for."""
        found = self.names.get(at)
        words = self.annotation.words.form
        return country_of(" ".join(words[found[0] : found[1]]) if found else words[at])
