"""The words that page makers use for what is no article."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from sayso.clean.boilerplate import heading_label, opening_label, pattern_label, region_label, whole_label

TABLE = tomllib.loads(files("sayso.clean").joinpath("boilerplate.toml").read_text("utf-8"))


def rows(name: str) -> list[tuple[str, str]]:
    return [(label, phrase) for label, phrases in TABLE[name].items() for phrase in phrases]


@pytest.mark.parametrize(("label", "phrase"), rows("region"))
def test_every_name_of_a_region_is_known_in_a_class_and_in_an_id(label: str, phrase: str) -> None:
    # a phrase may hold a shorter one with another label ("cookie banner"): any label keeps it out of the article
    assert region_label("div", f' class="{phrase.replace(" ", "-")}"')
    assert region_label("div", f" id='{phrase.replace(' ', '_')}'")
    assert label.isalpha()


@pytest.mark.parametrize(("label", "phrase"), rows("opening"))
def test_every_opening_is_known(label: str, phrase: str) -> None:
    assert opening_label(f"» {phrase} ada noor")
    assert label.isalpha()


@pytest.mark.parametrize(("label", "phrase"), rows("whole"))
def test_every_block_of_set_words_is_known(label: str, phrase: str) -> None:
    assert whole_label(f"{phrase}:")
    assert whole_label(f"{phrase} of the valley") is None
    assert label.isalpha()


@pytest.mark.parametrize(("label", "phrase"), rows("heading"))
def test_every_heading_is_known(label: str, phrase: str) -> None:
    assert heading_label(phrase)
    assert label.isalpha()


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("the post ford shut appeared first on arlo news.", "related"),
        ("sign up here for our free weekly newsletter", "newsletter"),
        ("get arlo news delivered straight to your inbox every day", "newsletter"),
        ("ada noor sends a free newsletter each week", "newsletter"),
        ("get full access to arlo news with a subscription from 3 crowns", "newsletter"),
        ("if you enjoyed this article, tell a friend", "newsletter"),
        ("copyright arlo news 2031", "footer"),
        ("follow arlo news on telegram for more", "share"),
        ("twitter: @arlonews", "share"),
        ("this slideshow requires javascript.", "notice"),
        ("have a tip? write to us", "notice"),
        ("contact the reporter at ada@arlo.example", "notice"),
        ("ada noor is on twitter at @ada.", "notice"),
        ('[gallery ids="1,2"]', "embed"),
        ("carts at the ford (photo: ada noor)", "caption"),
        ("ada noor / reuters", "caption"),
    ],
)
def test_forms_of_whole_blocks_are_known(words: str, label: str) -> None:
    assert pattern_label(words) == label


@pytest.mark.parametrize("tag", sorted(TABLE["tag"]))
def test_elements_are_known_by_their_own_name(tag: str) -> None:
    assert region_label(tag, "") == TABLE["tag"][tag]


@pytest.mark.parametrize("role", sorted(TABLE["role"]))
def test_elements_are_known_by_their_role(role: str) -> None:
    assert region_label("div", f' role="{role}"') == TABLE["role"][role]


@pytest.mark.parametrize("attributes", [" hidden", ' style="display: none"', ' aria-hidden="true"'])
def test_hidden_elements_are_known(attributes: str) -> None:
    assert region_label("p", attributes) == "hidden"


@pytest.mark.parametrize(
    "name", ["header-image", "shareholder", "has-caption", "download", "adviser", "story-body", "elementor-widget"]
)
def test_names_that_only_resemble_one_are_not_mistaken(name: str) -> None:
    assert region_label("div", f' class="{name}"') is None


def test_other_attributes_say_nothing_of_what_an_element_is() -> None:
    assert region_label("div", ' data-state="hidden" data-role="share" title="related"') is None


@pytest.mark.parametrize("words", ["comments on the bridge anger arlo", "shares fall", "relatedness"])
def test_subheads_that_open_alike_are_not_mistaken(words: str) -> None:
    assert heading_label(words) is None
