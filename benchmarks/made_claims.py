"""A seed in, a pile of made-up articles out that tell claims whose origins are known.

What a claim is told by stands in `benchmarks.origins`; propositions and wordings are those of origins.toml.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.made_edits import Editor
from benchmarks.made_rows import WIDTH, Row, findings_row
from benchmarks.made_sentences import Deed, Floats, Marked, Piece, Sentence, Someone, Tell, capital, filled
from benchmarks.made_words import drawn, patterns, spelled
from benchmarks.made_world import Body, Dispute, Person, Side, world

CLAIMS = 300
ABOUT_ONE = 5
"""Claims on one dispute."""
COPIES = 10
ORIGINS = (0.35, 0.3, 0.2, 0.15)
"""How often a claim has one, two, three and four."""
KINDS = {"agency copy": 0.35, "same speaker": 0.3, "lifted passage": 0.15, "credited paraphrase": 0.2}
_OF_AGENCIES = ("agency copy", "credited paraphrase")
DENIED = 0.25
EDITED = (0.1, 0.3)
SAME_WORDS = 0.6
"""Of the reports of one utterance by others, how many keep its words."""
SENSE = {"dispute": 0.35, "proposition": 0.75, "claim": 0.35, "wording": 0.3}
"""What a sense vector is made of. Encoders see the topic before the particulars, so a like proposition is near."""
SINCE = date(2022, 1, 1)


class Made(NamedTuple):
    """A made claim: its true number of origins, and which statement goes back to which of them."""

    number: int
    origins: int
    copies: int
    statements: Mapping[str, int]


class Pile(NamedTuple):
    """Rows of findings, and what is true of them."""

    rows: tuple[Row, ...]
    claims: tuple[Made, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition with its particulars."""

    number: int
    dispute: Dispute
    proposition: Mapping[str, Any]
    agent: Side
    patient: Side
    place: int
    figures: tuple[int, int]
    day: date
    sense: Floats


@dataclass(slots=True)
class Utterance:
    """One origin: who says it, when, in which wording; and the article that has it first."""

    number: int
    body: Body
    person: Person
    day: date
    wording: int
    first: Piece | None = None


def made(claims: int = CLAIMS, seed: int = 1) -> Pile:
    """A pile of some claims, the same for the same seed; articles in no order that means anything.

    >>> pile = made(claims=5, seed=3)
    >>> [(claim.origins, claim.copies) for claim in pile.claims] == [
    ...     (len(set(claim.statements.values())), len(claim.statements) - claim.origins) for claim in pile.claims
    ... ]
    True
    """
    maker = _ClaimMaker(claims, seed)
    rows: list[Row] = []
    truth: list[Made] = []
    for number in range(claims):
        chance = random.Random(f"{seed} claim {number}")
        statements: dict[str, int] = {}
        for place, piece in enumerate(maker.articles(maker.claim(number, chance), chance)):
            row = findings_row(piece, "origins", seed, number, place)
            rows.append(row)
            statements |= {row["statements"][at]["id"]: origin for at, origin in _carried(piece)}
        origins = len(set(statements.values()))
        truth.append(Made(number, origins, len(statements) - origins, statements))
    random.Random(seed).shuffle(rows)
    return Pile(tuple(rows), tuple(truth))


def _carried(piece: Piece) -> Iterator[tuple[int, int]]:
    """The places of an article's statements that tell an utterance, and its number."""
    told = [sentence for paragraph in piece.paragraphs for sentence in paragraph if sentence.tell]
    return ((at, int(sentence.key)) for at, sentence in enumerate(told) if sentence.key)


@cache
def wordings() -> dict[str, Any]:
    """Propositions, frames and an editor's words."""
    return tomllib.loads(Path(__file__).with_name("origins.toml").read_text("utf-8"))


class _ClaimMaker:
    """Makes the articles on each claim of one world."""

    def __init__(self, claims: int, seed: int) -> None:
        many = -(-claims // ABOUT_ONE)
        self.world = world(many, seed)
        self.vectors = np.random.default_rng(seed)
        kinds = [one["id"] for one in wordings()["propositions"]]
        self.kinds = {kind: self.vector() for kind in kinds}
        self.disputes = [self.vector() for _ in range(many)]
        told = wordings()
        self.editor = Editor(told["synonyms"], told["inserted"], frozenset(told["spared"]), frozenset(told["kept"]))

    def vector(self) -> Floats:
        return self.vectors.standard_normal(WIDTH, dtype=np.float32)

    def claim(self, number: int, chance: random.Random) -> Claim:
        about, within = divmod(number, ABOUT_ONE)
        dispute = self.world.disputes[about]
        proposition = chance.choice(wordings()["propositions"])
        agent, patient = chance.sample(dispute.sides, 2)
        figures = chance.randint(*proposition["n"]), chance.randint(*proposition.get("m", (2, 9)))
        day = SINCE + timedelta(days=about * 20 + chance.randrange(15))
        parts = {
            "dispute": self.disputes[about],
            "proposition": self.kinds[proposition["id"]],
            "claim": self.vector(),
        }
        sense = sum((SENSE[part] * vector for part, vector in parts.items()), np.zeros(WIDTH, np.float32))
        return Claim(number, dispute, proposition, agent, patient, within, figures, day, sense)

    def articles(self, claim: Claim, chance: random.Random) -> Iterator[Piece]:
        """Those that carry the utterances, their copies, and the denial where there is one."""
        utterances = self.utterances(claim, chance)
        outlets = self.outlets(claim, chance)
        kinds = chance.choices(list(KINDS), weights=list(KINDS.values()), k=chance.randint(0, COPIES))
        copies = [(kind, chance.choice(utterances)) for kind in kinds]
        free = set(range(len(claim.proposition["wordings"]))) - {one.wording for one in utterances}
        for one in utterances:
            by_agency = chance.random() < 0.5 or any(of is one and kind in _OF_AGENCIES for kind, of in copies)
            outlet = chance.choice(self.world.agencies) if by_agency else next(outlets)
            told = [self.saying(claim, one, chance, one.wording)]
            one.first = self.written(claim, one.day, outlet, told, chance)
            yield one.first
        for kind, of in copies:
            # Nobody paraphrases a speaker in the very words of another.
            wording = chance.choice(sorted(free) or [of.wording])
            yield self.copy(kind, claim, of, wording, chance, next(outlets))
        if chance.random() < DENIED:
            yield self.denied(claim, utterances[0], chance, next(outlets))

    def utterances(self, claim: Claim, chance: random.Random) -> list[Utterance]:
        """Different bodies, none of the side that it is held against, each in a wording of its own."""
        many = chance.choices(range(1, len(ORIGINS) + 1), weights=ORIGINS)[0]
        bodies = chance.sample([*claim.patient.bodies, *claim.dispute.others], many)
        told = chance.sample(range(len(claim.proposition["wordings"])), many)
        return [
            Utterance(
                number,
                body,
                chance.choice(body.spokesmen),
                claim.day + timedelta(days=1 + chance.randrange(4) * bool(number)),
                wording,
            )
            for number, (body, wording) in enumerate(zip(bodies, told, strict=True))
        ]

    def outlets(self, claim: Claim, chance: random.Random) -> Iterator[str]:
        """Outlets, none twice."""
        known = [*claim.dispute.outlets, *self.world.outlets]
        return iter(chance.sample(known, len(known)))

    def copy(self, kind: str, claim: Claim, one: Utterance, wording: int, chance: random.Random, outlet: str) -> Piece:
        """A report of an utterance that another had first; `wording` is what it is in where in words of its own."""
        assert one.first
        day = one.day + timedelta(days=chance.randrange(2))
        if kind == "agency copy":
            return self.copied(claim, one.first, day, outlet, chance)
        if kind == "lifted passage":
            return self.written(claim, day, outlet, self.lifted(one.first, chance), chance)
        if kind == "same speaker" and chance.random() < SAME_WORDS:
            wording = one.wording
        agency = one.first.outlet if kind == "credited paraphrase" else None
        return self.written(claim, day, outlet, [self.saying(claim, one, chance, wording, agency)], chance)

    def copied(self, claim: Claim, first: Piece, day: date, outlet: str, chance: random.Random) -> Piece:
        """The whole article, edited, with a credit at its end or in its byline."""
        share = chance.uniform(*EDITED)
        body = [[self.edit(sentence, share, chance) for sentence in part] for part in first.paragraphs]
        body[0] = [self.dateline(claim, day, first.outlet), *body[0][1:]]
        by_line = chance.random() < 0.5
        if not by_line:
            credit = chance.choice(wordings()["agency_lines"]).format(first.outlet)
            body.append([Sentence(Marked(credit, {}))])
        title = first.title if chance.random() < 0.5 else self.title(claim, chance)
        return Piece(title, day.isoformat(), outlet, body, (first.outlet,) if by_line else ())

    def lifted(self, first: Piece, chance: random.Random) -> list[Sentence]:
        """The paragraph that carries the utterance, edited."""
        share = chance.uniform(*EDITED)
        told = next(part for part in first.paragraphs if any(sentence.key for sentence in part))
        return [self.edit(sentence, share, chance) for sentence in told]

    def edit(self, sentence: Sentence, share: float, chance: random.Random) -> Sentence:
        others = () if sentence.tell else drawn(chance, 9)
        return sentence._replace(words=self.editor.edited(sentence.words, share, chance, others))

    def denied(self, claim: Claim, of: Utterance, chance: random.Random, outlet: str) -> Piece:
        """A body of the side that it is held against says that it is not so."""
        body = chance.choice(claim.agent.bodies)
        person, day = chance.choice(body.spokesmen), of.day + timedelta(days=1)
        denial = Utterance(0, body, person, day, chance.randrange(len(claim.proposition["wordings"])))
        told = self.saying(claim, denial, chance, denial.wording, denies=True)
        return self.written(claim, day, outlet, [told._replace(key="")], chance)

    def written(self, claim: Claim, day: date, outlet: str, told: Sequence[Sentence], chance: random.Random) -> Piece:
        """An article with words of its own around what is told, and another statement."""
        fill = self.filling(claim, chance)
        paragraphs = [
            [self.dateline(claim, day, outlet), next(fill), next(fill)],
            [*told, next(fill)] if len(told) == 1 else list(told),
            [next(fill), self.aside(claim, chance, day)],
            [next(fill), next(fill), next(fill)],
        ]
        if chance.random() < 0.5:
            paragraphs.insert(1, [next(fill), next(fill)])
        return Piece(self.title(claim, chance), day.isoformat(), outlet, paragraphs)

    def dateline(self, claim: Claim, day: date, outlet: str) -> Sentence:
        place = claim.dispute.sides[0].capital.upper()
        return Sentence(Marked(f"{place}, {day:%B} {day.day} ({outlet}) -", {}))

    def title(self, claim: Claim, chance: random.Random) -> str:
        place = claim.dispute.places[claim.place].name
        pattern: str = chance.choice(patterns()["titles"])
        return pattern.format(*drawn(chance, 4), place=place)

    def filling(self, claim: Claim, chance: random.Random) -> Iterator[Sentence]:
        for pattern in chance.sample(patterns()["filling"], 12):
            yield Sentence(capital(Marked(pattern.format(*drawn(chance, pattern.count("{}"))), {})))

    def aside(self, claim: Claim, chance: random.Random, day: date) -> Sentence:
        """A statement about something else, by somebody else."""
        body = chance.choice(claim.dispute.others)
        told = patterns()["kinds"]["claim"]
        words = {f"w{place}": word for place, word in enumerate(drawn(chance, 5))}
        content = filled(chance.choice(told["wordings"]), place=chance.choice(claim.dispute.places).name, **words)
        whole = filled(chance.choice(told["frames"]), source=f"the {body.who.name}", content=content)
        return Sentence(capital(whole), Tell(body.who, "claim", "ASSERT", day.isoformat(), self.vector()))

    def saying(
        self,
        claim: Claim,
        one: Utterance,
        chance: random.Random,
        wording: int,
        agency: str | None = None,
        denies: bool = False,
    ) -> Sentence:
        """The proposition in one of its wordings, as what somebody says."""
        content = self.content(claim, wording, chance)
        source, speaker = _source(one, chance)
        accuses = claim.proposition.get("root") in ("ASSAULT", "COERCE")
        act, group = ("denial", "DENY") if denies else ("accusation", "BLAME") if accuses else ("claim", "ASSERT")
        frames, direct = wordings()["frames"], False
        if denies:
            frames = wordings()["denying"]
        elif agency:
            frames = wordings()["credited"]
        elif chance.random() < 0.3:
            frames, direct = wordings()["quoted"], True
            content = filled("“{words}”", words=capital(content))
        elif accuses and chance.random() < 0.4:
            frames = wordings()["accusing"]
        words = filled(chance.choice(frames), source=source, content=content, agency=agency or "")
        sense = claim.sense + np.float32(SENSE["wording"]) * self.vector()
        target = claim.agent.who if denies or accuses else None
        form = "direct" if direct else "indirect"
        tell = Tell(speaker, act, group, one.day.isoformat(), sense, form, target)
        deeds = () if denies or "trigger" not in words.marks else (_deed(claim, sense),)
        return Sentence(capital(words), tell, deeds, key=str(one.number))

    def content(self, claim: Claim, wording: int, chance: random.Random) -> Marked:
        """The wording with its particulars, as this or that writer spells them."""
        place, other = claim.dispute.places[claim.place], claim.dispute.places[-1 - claim.place]
        return filled(
            claim.proposition["wordings"][wording],
            agent=chance.choice(claim.agent.forces),
            patient=chance.choice(claim.patient.forces),
            place=place.name,
            other=other.name,
            n=spelled(claim.figures[0], chance),
            m=spelled(claim.figures[1], chance),
            day=chance.choice(
                (f"{claim.day:%A}", f"{claim.day:%B} {claim.day.day}", f"{claim.day.day} {claim.day:%B}")
            ),
        )


def _source(one: Utterance, chance: random.Random) -> tuple[str, Someone]:
    """The words that name the speaker: the person with or without the office, or the body that is spoken for."""
    body, person = one.body, one.person
    dice = chance.random()
    if dice < 0.25:
        return f"the {body.who.name}", body.who
    if dice < 0.7:
        return f"{person.role} {person.called} of the {body.who.name}", body.told_by(person)
    return f"{person.role} {person.name}", body.told_by(person)


def _deed(claim: Claim, sense: Floats) -> Deed:
    told = claim.proposition
    marks = zip(told.get("figures", ()), ("n", "m"), claim.figures, strict=False)
    figures = tuple((slot, many, many, mark) for slot, mark, many in marks)
    parties = (claim.agent.bodies[0].who,), (claim.patient.bodies[0].who,)
    place = claim.dispute.places[claim.place]
    return Deed(told["root"], told.get("mode"), *parties, claim.day.isoformat(), place, sense, figures)
