"""Which of two articles repeats the other, wholly or in part, and what does not make a copy."""

from __future__ import annotations

import itertools
import random

import pytest

from sayso.reconcile.copies import Copy, likeness, origin_groups, originals
from sayso.reconcile.records import Page
from sayso.reconcile.traces import trace_of

WIRE = (
    "A ferry carrying an amateur orchestra capsized off Tarn Harbour on Sunday, drowning the conductor and nine cellos."
    "\n\nDivers who searched the flooded hold until nightfall recovered a harmonium, two kettledrums and a crate of "
    "unsold programmes. The harbour master blamed a sandbank that appears on no chart."
    "\n\n“We played until the water reached the strings,” said Ana Rovik, the first violinist, wrapped in a blanket on "
    "the quay. She had swum ashore with her bow between her teeth."
)
OTHER = (
    "Fishermen in the estuary have stopped work to protest a levy on nets that the council brought in last spring."
    "\n\nTheir boats lay three deep along the mole, hulls painted black. The levy pays for dredging, the treasurer "
    "argues; skippers answer that no dredger has been seen since the bridge was blown up."
)
QUOTE = "“We played until the water reached the strings, then a little more, since nobody had told us to stop,”"


def page(name: str, text: str, published: str = "", outlet: str = "") -> Page:
    return Page(name, name, published, outlet, "", text, (), "")


def copy_of(one: Page, other: Page) -> Copy | None:
    found = likeness(trace_of(one), trace_of(other))
    assert found == likeness(trace_of(other), trace_of(one))
    return found


def edited(text: str, share: float, seed: int = 3) -> str:
    chance = random.Random(seed)
    return " ".join(word if chance.random() >= share else "marmalade" for word in text.split())


def test_the_same_text_in_another_outlet_is_a_whole_copy() -> None:
    found = copy_of(page("a", WIRE, "2024-05-01", "Tarn Wire"), page("b", WIRE, "2024-05-02", "Estuary Post"))
    assert found is not None
    assert (found.id, found.original, found.kind, found.share) == ("b", "a", "whole", 1.0)


@pytest.mark.parametrize("share", [0.1, 0.2, 0.3])
def test_a_rewritten_text_is_still_a_copy(share: float) -> None:
    found = copy_of(page("a", WIRE, "2024-05-01"), page("b", edited(WIRE, share), "2024-05-02"))
    assert found is not None
    assert found.kind == "whole"


def test_two_lifted_sentences_are_a_part_copy_whose_passage_is_told() -> None:
    lifted = WIRE.split("\n\n")[1]
    text = f"{OTHER}\n\n{lifted}"
    found = copy_of(page("a", WIRE, "2024-05-01"), page("b", text, "2024-05-02"))
    assert found is not None
    assert (found.original, found.kind) == ("a", "part")
    ((start, end, first, last),) = found.passages
    assert text[start:end] == WIRE[first:last] == lifted.rstrip(".")


def test_one_quotation_in_two_reports_is_no_copy() -> None:
    one = f"{OTHER}\n\n{QUOTE} said Ana Rovik, the first violinist of the orchestra."
    two = f"Musicians buried their conductor at dawn.\n\n{QUOTE} Ana Rovik, the first violinist, told mourners."
    assert copy_of(page("a", one), page("b", two)) is None


def test_a_quotation_lifted_with_the_text_around_it_is_a_copy() -> None:
    lifted = f"Swaddled in blankets, the survivors hummed an overture on the slippery quay. {QUOTE} said Ana Rovik."
    assert copy_of(page("a", f"{OTHER}\n\n{lifted}"), page("b", f"{lifted}\n\nA requiem follows.")) is not None


def test_quoting_what_another_wrote_in_its_own_voice_is_a_copy_of_it() -> None:
    release = (
        "The Orchestra regrets the loss of nine cellos and pledges to rehearse on dry land from midsummer onwards."
    )
    report = f"{OTHER}\n\nThe musicians said that “{release[:-1]}”."
    found = copy_of(page("b", release), page("a", report))
    assert found is not None
    assert (found.original, found.why) == ("b", "quoted by the other")


def test_stock_phrases_and_names_make_no_copy() -> None:
    one = "The Foreign Minister of Tarn, Ana Rovik, told reporters on Monday that talks with the United Nations failed."
    two = (
        "The Foreign Minister of Tarn, Ana Rovik, told reporters on Monday that two soldiers were killed in an attack."
    )
    assert copy_of(page("a", f"{one}\n\n{OTHER}"), page("b", f"{two}\n\n{WIRE}")) is None


def test_reports_in_other_words_are_no_copies() -> None:
    told = (
        "The boat of a music society went down near the port; its leader died and instruments were lost, police said."
    )
    assert copy_of(page("a", WIRE), page("b", told)) is None


def test_lines_about_the_author_under_every_article_of_an_outlet_make_no_copy() -> None:
    author = "Pia Lund keeps bees and chronicles shipwrecks; her almanac of drowned instruments appears this winter."
    one, two = (page(name, f"{text}\n\n{author}", "", "Tarn Daily") for name, text in (("a", WIRE), ("b", OTHER)))
    assert copy_of(one, two) is None


def test_a_background_paragraph_of_an_outlet_makes_no_copy_but_its_updated_report_does() -> None:
    background = WIRE.split("\n\n")[1]
    long = "\n\n".join(edited(f"{OTHER} quarrel{number}", 0.9, number) for number in range(3))
    one = page("a", f"{OTHER}\n\n{background}\n\n{long}", "2024-05-01", "Tarn Daily")
    two = page("b", f"{background}\n\n{edited(long, 0.95, 9)} {WIRE[-90:]}", "2024-05-02", "Tarn Daily")
    assert copy_of(one, two) is None
    update = page("c", f"The toll has risen.\n\n{WIRE}", "2024-05-02", "Tarn Daily")
    assert copy_of(page("a", WIRE, "2024-05-01", "Tarn Daily"), update) is not None


def test_an_article_of_one_line_is_a_copy_of_the_same_line() -> None:
    line = "Nine cellos drowned near Tarn when an overloaded ferry capsized."
    assert copy_of(page("a", line), page("b", line)) is not None


def test_articles_without_words_are_no_copies() -> None:
    assert copy_of(page("a", ""), page("b", "")) is None


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_originals_do_not_depend_on_the_order_of_copies(order: tuple[int, ...]) -> None:
    copies = [_copy("b", "a", 9), _copy("c", "a", 7), _copy("c", "b", 7), _copy("d", "c", 5)]
    found = originals([copies[at] for at in order], {"a": "2024-05-01", "b": "2024-05-02"})
    assert {name: copy.original for name, copy in found.items()} == {"b": "a", "c": "a", "d": "c"}


def test_the_heaviest_original_is_the_best() -> None:
    assert originals([_copy("c", "a", 3), _copy("c", "b", 8)])["c"].original == "b"


def test_copies_never_run_in_circles() -> None:
    circle = [_copy("a", "b", 9), _copy("b", "c", 8), _copy("c", "a", 7)]
    assert {name: copy.original for name, copy in originals(circle).items()} == {"a": "b", "b": "c"}


def test_an_origin_group_is_named_by_its_first_article() -> None:
    found = originals([_copy("b", "a", 9), _copy("c", "b", 8)])
    assert origin_groups(["d", "c", "b", "a"], found) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def _copy(name: str, original: str, weight: float) -> Copy:
    return Copy(name, original, "part", 0.2, weight, (), "published earlier")
