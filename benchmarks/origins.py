"""Claims with copies out, and the share of them whose origins reconciliation counts right.

    python -m benchmarks.origins [--claims 300] [--seed 1] [--show]

A claim is a proposition that 1 to 4 bodies utter, each by its own spokesman, on its own day, in its own words: they are
its origins. 0 to 10 copies of them follow, shared out by chance: the whole article with an agency's credit and 10 to
30 % of its words edited; another outlet that quotes the same speaker, in the same words or in others; a lifted passage;
and another outlet's paraphrase that credits the agency. A claim in four is denied by the side that it is held against.
Five claims are about one dispute, so that claims stand beside others on the same parties, of a like proposition at
times; articles carry a second statement besides. If copies are not collapsed, a claim has as many origins as reports.

The propositions and their wordings are in origins.toml, written before the rules on claims and origins were read;
names are invented. Known: .43 of three-way questions answered right by majority when a source is copied, .94 when its
copies are collapsed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.made_claims import CLAIMS, COPIES, Made, Pile, made
from benchmarks.made_rows import Row
from sayso.reconcile.pile import reconciled


def claims_of(rows: Iterable[Row]) -> Sequence[Row]:
    """The claims that reconciliation makes of rows of findings: the one place that calls it."""
    return reconciled(rows)["claims"]


def measure(claims: int = CLAIMS, seed: int = 1) -> dict[str, float]:
    """The shares of claims whose origins are counted right, too many or too few."""
    pile = made(claims, seed)
    return scores(pile.claims, claims_of(pile.rows))


def scores(truth: Sequence[Made], found: Sequence[Row]) -> dict[str, float]:
    """How the claims that were found count the origins of those that were made; one not found counts none.

    `reports right` tells what counting every report as an origin would give, `paired` how many were found at all,
    `whole` how many hold all the statements of theirs and no other's.
    """
    paired = pairs(truth, found)
    counts = {one.number: paired[one.number]["origins"] if one.number in paired else 0 for one in truth}
    right = [counts[one.number] == one.origins for one in truth]
    out = {
        "claims": float(len(truth)),
        "right": _share(right),
        "too many": _share([counts[one.number] > one.origins for one in truth]),
        "too few": _share([counts[one.number] < one.origins for one in truth]),
        "paired": _share([one.number in paired for one in truth]),
        "whole": _share(
            [one.number in paired and set(paired[one.number]["asserted"]) == set(one.statements) for one in truth]
        ),
        "reports right": _share([len(one.statements) == one.origins for one in truth]),
    }
    for low, high in ((0, 0), (1, 3), (4, 6), (7, COPIES)):
        some = [is_right for one, is_right in zip(truth, right, strict=True) if low <= one.copies <= high]
        out[f"right of {low}-{high} copies"] = _share(some)
    return out


def pairs(truth: Sequence[Made], found: Iterable[Row]) -> dict[int, Row]:
    """The found claim of each made one: most of its statements are of the made one, and most of the made one's its."""
    whose = {statement: one.number for one in truth for statement in one.statements}
    candidates: dict[int, list[tuple[int, str, Row]]] = defaultdict(list)
    for claim in found:
        held = Counter(whose.get(statement, -1) for statement in claim["asserted"])
        number, many = min(held.items(), key=lambda item: (-item[1], item[0]), default=(-1, 0))
        if number >= 0:
            candidates[number].append((-many, claim["id"], claim))
    return {number: min(some, key=lambda one: one[:2])[2] for number, some in candidates.items()}


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 3) if right else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the articles and what is true of them")
    told = parser.parse_args(arguments)
    if told.show:
        _show(made(told.claims, told.seed))
    else:
        print(json.dumps(measure(told.claims, told.seed), indent=1))


def _show(pile: Pile) -> None:
    whose = {statement: (one.number, at) for one in pile.claims for statement, at in one.statements.items()}
    for row in sorted(pile.rows, key=lambda row: min(whose.get(one["id"], (-1, 0)) for one in row["statements"])):
        page = row["articles"][0]
        print(page["published"], page["outlet"], page["authors"], page["title"], page["text"], sep="\n", end="\n\n")
        for statement in row["statements"]:
            print(whose.get(statement["id"], "-"), statement["speaker"]["name"], statement["content"][0]["quote"])
        print("---")


if __name__ == "__main__":
    main()
