"""A seed in, made-up articles out, story by story: who attacks whom, what is said of it, who copies."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.made_rows import WIDTH
from benchmarks.made_sentences import Deed, Floats, Marked, Piece, Sentence, Someone, Spot, Tell, Vow, capital, filled
from benchmarks.made_words import drawn, patterns, spelled
from benchmarks.made_world import Body, Dispute, Person, Side, World, world

DISPUTES = 400
SINCE = date(2018, 1, 1)
DAYS = 8 * 365
COPIED, LIFTED = 0.22, 0.12
"""Shares of a story's later articles that copy another whole, or a part of it."""
SHARES = (0.45, 0.45, 0.75, 0.3)
"""How much of a sense vector is the dispute's, the story's, the proposition's and the wording's own."""
_POOL = 8192
_LAST = timedelta(days=5)


class Matter(NamedTuple):
    """A proposition of a story: who says it, in which of the wordings of its kind, of whom, with what vector."""

    kind: str
    body: Body
    person: Person
    agent: Side
    patient: Side
    killed: int
    injured: int
    words: dict[str, str]
    sense: Floats
    late: bool = False


@dataclass(slots=True)
class Story:
    """One happening and what is said of it; `told` are the articles so far."""

    dispute: Dispute
    day: date
    place: Spot
    deed: tuple[str, str, str]
    words: list[str]
    sense: Floats
    matters: list[Matter] = field(default_factory=list)
    told: list[Piece] = field(default_factory=list)


class StoryMaker:
    """Makes story after story of one world."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.world: World = world(DISPUTES, seed)
        self.pool: NDArray[np.float32] = np.random.default_rng(seed).standard_normal((_POOL, WIDTH), dtype=np.float32)
        self.weights = list(accumulate(1 / (rank + 5) for rank in range(DISPUTES)))
        self.known = [drawn(random.Random(f"{seed} dispute {number}"), 80) for number in range(DISPUTES)]

    def pieces(self) -> Iterator[Piece]:
        """Articles without end, story by story."""
        number = 0
        while True:
            chance = random.Random(f"{self.seed} story {number}")
            yield from self.articles(self.story(chance), chance)
            number += 1

    def story(self, chance: random.Random) -> Story:
        number = chance.choices(range(DISPUTES), cum_weights=self.weights)[0]
        dispute = self.world.disputes[number]
        own = drawn(chance, 40)
        own += chance.choices(self.known[number], k=20)
        share = SHARES
        sense = share[0] * self.pool[number] + share[1] * self.pool[chance.randrange(_POOL)]
        day = SINCE + timedelta(days=chance.randrange(DAYS))
        deed = chance.choice(patterns()["deeds"])
        story = Story(dispute, day, chance.choice(dispute.places), tuple(deed), own, sense)
        story.matters = self.matters(story, chance)
        return story

    def matters(self, story: Story, chance: random.Random) -> list[Matter]:
        """What is said of it: by the attackers, by those attacked, by others."""
        attackers, attacked = chance.sample(story.dispute.sides, 2)
        killed, injured = chance.randrange(1, 30), chance.randrange(2, 60)
        sides = {"attackers": attackers, "attacked": attacked}
        out = []
        for kind, teller, late in patterns()["matters"]:
            body = chance.choice(story.dispute.others if teller == "others" else sides[teller].bodies)
            theirs = teller == "attackers" and kind == "toll"
            agent, patient = (attacked, attackers) if kind == "counter" else (attackers, attacked)
            more = chance.randrange(1, 9) if late or theirs else 0
            words = {f"w{place}": word for place, word in enumerate(chance.choices(story.words, k=5))}
            words["n"] = str(chance.randrange(3, 900))
            sense = story.sense + SHARES[2] * self.pool[chance.randrange(_POOL)]
            person = chance.choice(body.spokesmen)
            out.append(
                Matter(kind, body, person, agent, patient, killed + more, injured + more, words, sense, bool(late))
            )
        return out

    def articles(self, story: Story, chance: random.Random) -> Iterator[Piece]:
        for number in range(min(12, 2 + int(chance.expovariate(0.4)))):
            dice = chance.random()
            if number and dice < COPIED:
                piece = self.copied(story, chance)
            else:
                lifted = bool(number) and dice < COPIED + LIFTED
                piece = self.written(story, chance, lifted)
                story.told.append(piece)
            yield piece

    def copied(self, story: Story, chance: random.Random) -> Piece:
        """An earlier article under another outlet's name, with a credit; the last paragraph may be missing."""
        first = chance.choice(story.told)
        body = list(first.paragraphs[1:])
        if chance.random() < 0.4 and len(body) > 4:
            body = body[: -chance.randrange(1, 3)]
        later = min(date.fromisoformat(first.published) + timedelta(days=chance.randrange(2)), story.day + _LAST)
        credit = chance.choice(patterns()["credits"]).format(first.outlet)
        outlet = self.outlet(story, chance, first.outlet)
        lead = (*first.paragraphs[0][1:], Sentence(Marked(credit, {})))
        title = first.title if chance.random() < 0.5 else self.title(story, chance)
        return Piece(title, later.isoformat(), outlet, [lead, *body], (first.outlet,))

    def written(self, story: Story, chance: random.Random, lifted: bool) -> Piece:
        """An article in words of its own; `lifted` paragraphs of an earlier one stand in the middle of it."""
        published = min(story.day + timedelta(days=int(chance.expovariate(0.9))), story.day + _LAST)
        outlet = self.outlet(story, chance)
        fill = self.filling(story, chance)
        said = self.said(story, chance, published, 4 if lifted else chance.randrange(5, 9))
        own = max(1, 3 - sum(bool(one.deeds) for one in said))
        reports = [self.reported(story, chance) for _ in range(own)]
        dateline = Sentence(Marked(f"{story.place.name.upper()}, {published:%B} {published.day} ({outlet}) -", {}))
        paragraphs: list[tuple[Sentence, ...]] = [(dateline, reports[0], next(fill))]
        for place, sentence in enumerate(said):
            paragraphs.append((sentence, next(fill)) if place % 2 else (next(fill), sentence))
        paragraphs.append((*reports[1:], next(fill), next(fill)))
        paragraphs += [(next(fill), next(fill)) for _ in range(chance.randrange(1, 3))]
        if lifted:
            first = chance.choice(story.told)
            start = chance.randrange(1, max(2, len(first.paragraphs) - 3))
            credit = Sentence(Marked(chance.choice(patterns()["credits"]).format(first.outlet), {}))
            paragraphs[3:3] = [tuple(one) for one in first.paragraphs[start : start + chance.randrange(2, 4)]] + [
                (credit,)
            ]
        return Piece(self.title(story, chance), published.isoformat(), outlet, paragraphs)

    def outlet(self, story: Story, chance: random.Random, but: str = "") -> str:
        of = chance.choice((self.world.agencies, story.dispute.outlets, story.dispute.outlets, self.world.outlets))
        outlet = chance.choice(of)
        return outlet if outlet != but else self.outlet(story, chance, but)

    def title(self, story: Story, chance: random.Random) -> str:
        pattern: str = chance.choice(patterns()["titles"])
        return pattern.format(*chance.choices(story.words, k=4), place=story.place.name)

    def filling(self, story: Story, chance: random.Random) -> Iterator[Sentence]:
        """Sentences on which no row stands; every second word is one that the story's articles share."""
        told: list[str] = patterns()["filling"]
        while True:
            words = [
                word for pair in zip(chance.choices(story.words, k=40), drawn(chance, 40), strict=True) for word in pair
            ]
            at = 0
            for pattern in chance.choices(told, k=9):
                many = pattern.count("{}")
                text = pattern.format(*words[at : at + many])
                at += many
                yield Sentence(Marked(text[0].upper() + text[1:], {}))

    def said(self, story: Story, chance: random.Random, published: date, many: int) -> list[Sentence]:
        late = published - story.day >= timedelta(days=2)
        known = [matter for matter in story.matters if late or not matter.late]
        return [self.statement(story, matter, chance, published) for matter in chance.sample(known, many)]

    def statement(self, story: Story, matter: Matter, chance: random.Random, published: date) -> Sentence:
        """A proposition in one of the wordings of its kind, as the content of a statement."""
        told = patterns()["kinds"][matter.kind]
        direct = chance.random() < 0.3
        wording = told["wordings"][0] if direct else chance.choice(told["wordings"])
        agent = chance.choice(matter.agent.forces)
        due = story.day + timedelta(days=10)
        content = filled(
            wording,
            agent=agent,
            patient=matter.patient.forces[0],
            place=story.place.name,
            killed=spelled(matter.killed, chance),
            injured=spelled(matter.injured, chance),
            verb=Marked(story.deed[2], {"trigger": (0, len(story.deed[2]))}),
            due=f"{due:%B} {due.day}",
            **matter.words,
        )
        frame = patterns()["direct"] if direct else told["frames"]
        source, speaker = _source(matter, chance)
        if direct:
            content = filled("“{words}”", words=capital(content))
        words = filled(chance.choice(frame), source=source, content=content)
        sense = matter.sense + SHARES[3] * self.pool[chance.randrange(_POOL)]
        target = matter.agent.who if told["group"] in ("BLAME", "ASK") else None
        tell = Tell(speaker, told["act"], told["group"], published.isoformat(), sense, _form(direct), target)
        deeds = (self.deed(story, matter, sense),) if "trigger" in content.marks and told["act"] != "denial" else ()
        vow = _vow(matter, told, story.day, due, sense)
        return Sentence(capital(words), tell, deeds, vow)

    def deed(self, story: Story, matter: Matter, sense: Floats) -> Deed:
        root, mode, _ = story.deed
        figures: tuple[tuple[str, int | None, int | None, str], ...] = ()
        if matter.kind == "toll":
            root, mode = "ASSAULT", ""
            figures = (
                ("killed", matter.killed, matter.killed, "killed"),
                ("injured", matter.injured, matter.injured, "injured"),
            )
        parties = (_fighters(matter.agent),), (_fighters(matter.patient),)
        return Deed(root, mode or None, *parties, story.day.isoformat(), story.place, sense, figures)

    def reported(self, story: Story, chance: random.Random) -> Sentence:
        """The happening in the outlet's own voice."""
        matter = story.matters[0]
        day = f"{story.day:%A}" if chance.random() < 0.6 else f"{story.day:%B} {story.day.day}"
        words = filled(
            chance.choice(patterns()["reports"]),
            agent=chance.choice(matter.agent.forces),
            patient=matter.patient.forces[0],
            trigger=story.deed[2],
            place=story.place.name,
            day=day,
            **{f"w{place}": word for place, word in enumerate(chance.choices(story.words, k=3))},
        )
        parties = (_fighters(matter.agent),), (_fighters(matter.patient),)
        sense = story.sense + SHARES[3] * self.pool[chance.randrange(_POOL)]
        when = story.day.isoformat()
        deed = Deed(story.deed[0], story.deed[1] or None, *parties, when, story.place, sense, by_word=False)
        return Sentence(capital(words), deeds=(deed,))


def _form(direct: bool) -> str:
    return "direct" if direct else "indirect"


def _fighters(side: Side) -> Someone:
    return side.bodies[0].who


def _source(matter: Matter, chance: random.Random) -> tuple[str, Someone]:
    """The words that name the speaker, and whom they mean: a spokesman, or the body."""
    body, person = matter.body, matter.person
    if chance.random() < 0.35:
        return f"the {body.who.name}", body.who
    named = f"{person.role} {person.called}" if chance.random() < 0.6 else person.called
    return named, body.told_by(person)


def _vow(matter: Matter, told: dict[str, Any], made: date, due: date, sense: Floats) -> Vow | None:
    if "commitment" not in told:
        return None
    to = matter.agent.who if told["commitment"] == "demand" else None
    return Vow(told["commitment"], "spoken", matter.body.who, to, made.isoformat(), due.isoformat(), sense)
