"""A text read once, its statements and events in; what the rules of commitments ask about its words out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.extract.commitments.word_lists import listed
from sayso.extract.events.scene import Scene
from sayso.extract.events.sides import Sides
from sayso.extract.statements import Spoken
from sayso.language.arguments import preposition
from sayso.language.clause import Clause
from sayso.language.dependencies import Dependencies
from sayso.model import Attribution, EventMention

__all__ = ["Ground", "Range"]

_OPENING, _CLOSING = ("“", '"', "``", "«"), ("”", '"', "''", "»")

Range = tuple[int, int]
_ABOVE = 12
_NEAR = 4
_MODALS = ("will", "would", "shall", "'ll", "’ll", "'d", "’d")


@dataclass(frozen=True)
class Ground:
    """One text. Words are numbered as in the scene."""

    scene: Scene
    spoken: Spoken
    statements: Sequence[Attribution]
    events: Sequence[EventMention]
    published: date | None
    issued: bool
    """Is the text itself a statement, as a press release is?"""

    @property
    def tree(self) -> Dependencies:
        """The trees of all sentences."""
        return self.scene.tree

    @cached_property
    def sides(self) -> Sides:
        """Whom the words for parties stand for."""
        return Sides(self.scene, self.spoken, self.statements)

    @cached_property
    def saying(self) -> dict[int, int]:
        """Each word inside what somebody says to the innermost statement that says it."""
        out: dict[int, int] = {}
        sizes = [sum(last - first for first, last in one.content) for one in self.statements]
        for number in sorted(range(len(sizes)), key=lambda n: (-sizes[n], n)):
            for part in self.statements[number].content:
                out.update(dict.fromkeys(self.words(part), number))
        return self._continued(out)

    def _continued(self, out: dict[int, int]) -> dict[int, int]:
        """With paragraphs that go on with a quotation: they open with a mark, the one before did not close its own."""
        forms = self.tree.forms
        for number, first in enumerate(self.scene.paragraphs):
            if number == 0:
                continue
            last = self.scene.paragraph_of(first)[1]
            before = range(self.scene.paragraph_of(first - 1)[0], first)
            if forms[first] not in _OPENING or first in out or not _is_open([forms[at] for at in before]):
                continue
            speaking = [out[at] for at in before if at in out]
            if speaking:
                end = next((at for at in range(first + 1, last) if forms[at] in _CLOSING), last)
                for at in range(first, end):
                    out.setdefault(at, speaking[-1])
        return out

    @cached_property
    def cues(self) -> dict[int, int]:
        """Each word of a cue to its statement."""
        return {at: n for n, one in enumerate(self.statements) if one.cue for at in self.words(one.cue)}

    @cached_property
    def home(self) -> str | None:
        """Of a text that is itself a statement, the state in whose name most of it is said."""
        told = Counter(one.party.country for one in self.statements if one.party and one.party.country)
        return min(told, key=lambda country: (-told[country], country)) if self.issued and told else None

    def words(self, stretch: Range) -> range:
        """The words inside a stretch of characters."""
        start, end = self._starts, self._ends
        first = next((n for n in range(self._near(stretch[0]), len(start)) if end[n] > stretch[0]), len(start))
        last = next((n for n in range(first, len(start)) if start[n] >= stretch[1]), len(start))
        return range(first, last)

    @cached_property
    def _starts(self) -> list[int]:
        return list(self.scene.annotation.words.start)

    @cached_property
    def _ends(self) -> list[int]:
        return list(self.scene.annotation.words.end)

    def _near(self, character: int) -> int:
        return max(0, bisect_right(self._starts, character) - 1)

    def clause(self, at: int) -> Clause | None:
        """The clause whose predicate a word is."""
        return self.scene.clauses.get(at)

    def above(self, at: int) -> Iterator[int]:
        """The words that a word hangs on, from the nearest up."""
        heads = self.tree.heads
        for _ in range(_ABOVE):
            if heads[at] == at:
                return
            at = heads[at]
            yield at

    def between(self, at: int, top: int) -> list[int]:
        """The words that a word hangs on, up to a word above it, itself included and that one not."""
        out = []
        for up in (at, *self.above(at)):
            if up == top:
                break
            out.append(up)
        return out

    def under(self, at: int) -> list[int]:
        """The words that hang on a word, itself too."""
        return self.tree.subtree(at)

    def subjects(self, clause: Clause) -> tuple[int, ...]:
        """Who does it; also where a tree takes what stands before an active verb for its object."""
        if clause.passive or (clause.agents and not clause.inherited):
            return clause.agents
        modal = self.modal(clause)
        if modal and self.tree.pos[modal - 1] in ("NOUN", "PROPN", "PRON"):
            return (modal - 1,)
        if clause.agents:
            return clause.agents
        before = tuple(at for at in clause.patients if at < clause.predicate)
        beside = min(clause.group, default=clause.predicate) - 1
        if not before and beside >= 0 and clause.finite and self.tree.pos[beside] in ("NOUN", "PROPN", "PRON"):
            return (beside,)  # a tree hung it on the verb of saying
        return before

    def modal(self, clause: Clause) -> int:
        """The `will`, `would`, `shall` or `is to` right before a verb, wherever a tree hung it; 0 where none is."""
        tree = self.tree
        for at in range(clause.predicate - 1, max(0, clause.predicate - _NEAR), -1):
            if tree.forms[at] in _MODALS:
                return at
            if tree.forms[at] == "to" and tree.forms[at - 1] in ("is", "are"):
                return at - 1
            if tree.tags[at] != "RB" and tree.lemmas[at] != "be":
                return 0
        return 0

    def can_bind(self, at: int) -> bool:
        """Can a word stand for somebody: a name, a pronoun, people, a body; not `storm`, `rules`, `plan`?"""
        core = self.scene.core(at)
        return self.tree.pos[core] != "NOUN" or self.sides.told.is_animate(core)

    def has_child(self, at: int, forms: frozenset[str]) -> bool:
        """Does one of the words hang right on a word?"""
        return any(self.tree.forms[child] in forms for child in self.tree.children[at])

    def owner(self, noun: int) -> int | None:
        """Whose it is: `its pledge`, `Norland's pledge`, `a pledge by Norland`."""
        tree = self.tree
        owned = [child for child in tree.children[noun] if tree.relations[child] == "nmod:poss"]
        owned += [child for child in tree.children[noun] if preposition(tree, child) in ("by", "from")]
        owned += [child for child in tree.children[noun] if preposition(tree, child) == "of" and self.scene.kind(child)]
        return owned[0] if owned else None

    def is_document(self, at: int) -> bool:
        """Is a word a text that binds: `the accord`, `a joint statement`?"""
        lemma = self.tree.lemmas[at]
        return lemma in listed("documents", "binding") and self.scene.kind(at) in (
            None,
            "Misc",
            "MISC",
            "Miscellaneous",
        )

    def conditions(self, at: int) -> list[int]:
        """The predicates of clauses under a predicate that it hangs on: `if …`, `provided …`, `Should …`."""
        tree, wanted = self.tree, listed("terms", "condition")
        out = []
        for child in tree.children[at]:
            if tree.relations[child] != "advcl":
                continue
            clause = self.clause(child)
            first = tree.forms[tree.left[child]]
            lemma = tree.lemmas[child]
            second = tree.forms[min(tree.left[child] + 1, len(tree.forms) - 1)]
            if first == "as" and second not in ("soon", "long"):
                continue
            marked = (clause and clause.marker.split(" ")[0] in wanted) or first in ("if", "unless", "should", "as")
            if marked or (lemma in ("provide", "provided") and tree.left[child] == child):
                out.append(child)
        return [*out, *self._conditions_beside(at)]

    def _conditions_beside(self, at: int) -> list[int]:
        """`If it did not, he said, they would`: a tree may hang both on the saying."""
        tree = self.tree
        if tree.relations[at] not in ("ccomp", "parataxis"):
            return []
        beside = [child for child in tree.children[tree.heads[at]] if child < at and tree.relations[child] == "ccomp"]
        return [one for one in beside if (clause := self.clause(one)) and clause.marker in ("if", "unless")]

    def condition_words(self, predicate: int) -> Range:
        """The words [first, last) of a condition: from what opens it on, up to words of who says so."""
        tree, under = self.tree, self.tree.subtree(predicate)
        opens = [at for at in under if at <= predicate and tree.forms[at] in listed("terms", "condition")]
        marks = [at for at in opens if tree.heads[at] == predicate] or opens
        first = min(marks, default=under[0])
        if first > under[0] and tree.forms[first - 1] in ("only", "even", "except"):
            first -= 1
        last = next((at for at in under if at > first and at in self._naming), under[-1] + 1)
        return first, last

    @cached_property
    def _naming(self) -> frozenset[int]:
        """Words that name who says so, and those of saying it."""
        stretches = [part for one in self.statements for part in (one.source, one.cue) if part]
        return frozenset(at for part in stretches for at in self.words(part))


def _is_open(forms: Sequence[str]) -> bool:
    """Is a quotation not closed at the end of a paragraph?"""
    for form in reversed(forms):
        if form in ("”", "»", "''"):
            return False
        if form in ("“", "«", "``"):
            return True
    return sum(form == '"' for form in forms) % 2 == 1
