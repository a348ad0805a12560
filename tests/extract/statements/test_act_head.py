"""The learned head of speech acts."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.extract.statements.act_head import Seen, act_shares, features_of
from sayso.extract.statements.acts import entry_in
from sayso.language import annotated
from sayso.language.annotation import Annotation
from sayso.language.encoder import encoder

SAID = "that the army had left"


@pytest.fixture(scope="module")
def read() -> Annotation:
    return annotated(f"Colonel Reyl denied {SAID}. He said the talks would go on.")


@pytest.mark.parametrize("guess", ["denial", None, "no act at all"])
def test_the_shares_of_the_acts_sum_to_one(read: Annotation, guess: str | None) -> None:
    [shares] = act_shares(read, encoder(), [Seen([(2, 3)], [(3, 8)], SAID, guess)])
    assert list(shares) == encoder().labels["acts"]
    assert sum(shares.values()) == pytest.approx(1, abs=1e-4)
    assert min(shares.values()) >= 0


def test_a_content_alone_has_an_act_too(read: Annotation) -> None:
    seen = Seen([(2, 3)], [(3, 8)], SAID, "denial", entry_in(["denied"])).alone
    assert sum(act_shares(read, encoder(), [seen])[0].values()) == pytest.approx(1, abs=1e-4)
    assert not seen.cue
    assert seen.entry is None


def test_cue_guess_entry_and_words_are_all_seen(read: Annotation) -> None:
    acts = encoder().labels["acts"]
    full = Seen([(2, 3)], [(3, 8)], SAID, "denial", entry_in(["denied"]))

    def differs(other: Seen) -> bool:
        return not np.array_equal(features_of(read.vectors, full, acts), features_of(read.vectors, other, acts))

    assert differs(Seen([(1, 2)], [(3, 8)], SAID, "denial", entry_in(["denied"])))
    assert differs(Seen([(2, 3)], [(3, 8)], SAID, "claim", entry_in(["denied"])))
    assert differs(Seen([(2, 3)], [(3, 8)], SAID, "denial"))
    assert differs(Seen([(2, 3)], [(3, 8)], "that the army will leave", "denial", entry_in(["denied"])))
    assert differs(Seen([(2, 3)], [(3, 8)], SAID, "denial", entry_in(["denied"]), negated=True))


def test_a_content_of_no_words_is_seen_as_nothing(read: Annotation) -> None:
    values = features_of(read.vectors, Seen((), (), "", None), encoder().labels["acts"])
    assert not values[: 2 * read.vectors.shape[1]].any()


def test_statements_do_not_sway_each_other(read: Annotation) -> None:
    seen = [Seen([(2, 3)], [(3, 8)], SAID, "denial"), Seen([], [(9, 13)], "the talks would go on", "claim")]
    together = act_shares(read, encoder(), seen)
    assert together[1] == pytest.approx(act_shares(read, encoder(), seen[1:])[0], abs=1e-5)
    assert act_shares(read, encoder(), []) == []
