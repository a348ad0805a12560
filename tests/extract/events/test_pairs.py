"""What one given actor of a sentence did to another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.events.frames.lexicon import lexicon
from sayso.extract.events.pair_features import PLACES, WIDTH
from sayso.extract.events.pair_weights import loaded, shipped
from sayso.extract.events.pair_words import words_of_pair
from sayso.extract.events.pairs import code_pair, pair_features, pair_of, pair_root, sight_of
from sayso.schema.plover import roots

PROMISED = "Norway will send 40 tonnes of flour to Malawi, its foreign minister said on Monday."
DONE = "Norway sent 40 tonnes of flour to Malawi on Monday, its foreign minister said."


@pytest.mark.parametrize(
    ("sentence", "source", "target", "root"),
    [
        (PROMISED, "Norway", "Malawi", "AGREE"),
        (DONE, "Norway", "Malawi", "AID"),
        ("Peru warned Chile on Friday that it would close the border.", "Peru", "Chile", "THREATEN"),
        ("Peru closed its border to Chilean lorries on Friday.", "Peru", "Chilean lorries", "COERCE"),
        ("Fiji demanded that Tonga withdraw its trawlers.", "Fiji", "Tonga", "REQUEST"),
        ("Fiji accused Tonga of sending armed trawlers.", "Fiji", "Tonga", "ACCUSE"),
        ("Fiji refused to hold talks with Tonga.", "Fiji", "Tonga", "REJECT"),
        ("Uruguay's president met his Bolivian colleague in Sucre.", "Uruguay's president", "colleague", "CONSULT"),
        ("Gunmen ambushed a police convoy near Maradi, killing two.", "Gunmen", "a police convoy", "ASSAULT"),
    ],
)
def test_a_pair_has_the_root_that_its_sentence_tells(sentence: str, source: str, target: str, root: str) -> None:
    assert code_pair(sentence, source, target).root == root


def test_two_pairs_of_a_sentence_have_a_root_each() -> None:
    sight = sight_of("Angola recalled its envoy from Gabon after Gabonese police had arrested two Angolan reporters.")
    roots_of = [pair_of(pair_features(sight, *pair)).root for pair in (("Angola", "Gabon"), ("Gabonese police", "two"))]
    assert roots_of == ["SANCTION", "COERCE"]


def test_a_pair_tells_which_entry_and_which_feature_made_it() -> None:
    told = code_pair("Gunmen shelled the town of Diffa.", "Gunmen", "the town of Diffa")
    assert told.frame in {frame.id for frame in lexicon().frames if frame.root == "ASSAULT"}
    assert told.basis in shipped().names
    assert 0.3 < told.share <= 1


def test_the_entry_is_none_where_no_frame_of_the_root_is_met() -> None:
    told = code_pair("Mali and Togo.", "Mali", "Togo")
    assert told.root in roots()
    assert told.frame is None
    assert told.basis


def test_words_of_a_scene_give_what_the_names_give() -> None:
    sight = sight_of(DONE)
    words = words_of_pair(sight.scene.annotation.words, sight.scene.text, "Norway", "Malawi")
    assert pair_root(sight, *words) == pair_root(sight.scene, *words) == code_pair(DONE, "Norway", "Malawi")


def test_the_shares_of_all_roots_are_one() -> None:
    assert sum(shipped().shares(pair_features(sight_of(DONE), "Norway", "Malawi")).values()) == pytest.approx(1)


def test_the_weights_know_every_root_and_stay_finite() -> None:
    assert set(shipped().roots) == set(roots())
    assert shipped().vectors.shape == (len(PLACES) * WIDTH, len(roots()))
    assert all(np.isfinite(part).all() for part in (shipped().named, shipped().vectors, shipped().bias))


def test_weights_are_written_and_read_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "pairs.npz"
    shipped().write(path)
    once = path.read_bytes()
    again = loaded(once)
    assert again.names == shipped().names
    assert (again.named == shipped().named).all()
    again.write(path)
    assert path.read_bytes() == once
    assert len(once) < 3_000_000


# --- the words of the two -------------------------------------------------------------------------------------------


def named(text: str, source: str, target: str) -> Sequence[str]:
    words = sight_of(text).scene.annotation.words
    return [" ".join(words.form[at] for at in sorted(found)) for found in words_of_pair(words, text, source, target)]


def test_a_name_is_a_whole_word_before_it_is_part_of_one() -> None:
    assert named("Omani ships left Oman.", "Omani ships", "Oman") == ["Omani ships", "Oman"]


def test_the_longer_name_is_found_first_so_that_the_two_do_not_overlap() -> None:
    text = "The Chad army disarmed Chad's customs officers."
    assert named(text, "Chad", "The Chad army") == ["Chad", "The Chad army"]


def test_marks_and_capitals_may_differ() -> None:
    assert named("The junta’s envoy met NIGER RIVER chiefs.", "The junta's envoy", "Niger River chiefs") == [
        "The junta ’s envoy",
        "NIGER RIVER chiefs",
    ]


def test_an_actor_written_otherwise_is_found_by_its_words() -> None:
    text = "Fishermen of the northern lake villages blocked the port."
    assert named(text, "northern lake fishermen", "the port")[0] == "Fishermen northern lake"


@pytest.mark.parametrize("target", ["", " ", "a recipient", "???"])
def test_an_actor_that_the_sentence_does_not_name_has_no_words(target: str) -> None:
    text = "Kenya declared a curfew."
    assert named(text, "Kenya", target) == ["Kenya", ""]
    assert code_pair(text, "Kenya", target).root == "COERCE"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=8), st.text(max_size=8))
def test_any_text_and_names_have_a_pair(text: str, source: str, target: str) -> None:
    told = code_pair(text, source, target)
    assert told.root in roots()
    assert told == code_pair(text, source, target)
