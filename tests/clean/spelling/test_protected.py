"""Addresses, handles, tags, money, code and marked errors keep their spelling."""

import pytest

from sayso.clean.spelling import repairs
from sayso.clean.spelling.protected import is_protected


@pytest.mark.parametrize(
    "token",
    [
        "inf0@border.example.org",
        "b0mbs@att@ck.org",
        "https://example.org/att@cks/terr0rist",
        "www.t3rror.example",
        "t3rror.com",
        "@att@ck",
        "@terr0rist",
        "#att@cks",
        "#t3rror",
        "$TSLA",
        "$5",
        "US$3m",
        "A$20",
        "€5bn",
        "`att@cks()`",
        "/var/l0gs/b0mbs.txt",
        "b0mbs=att@cks",
        "{b0mbs}",
        "AT&T",
    ],
)
def test_it_is_left_alone(token: str) -> None:
    assert repairs(f"The desk wrote {token} on Monday.") == ()


@pytest.mark.parametrize("text", ["the att@cks [sic] went on", "“terr0rist” (sic) was the word", "att@cks, [SIC]"])
def test_an_error_that_the_writer_marked_stays(text: str) -> None:
    place = text.index("@") if "@" in text else text.index("0")
    expected = not text.startswith("att@cks,")
    assert is_protected(text, place, place + 4) == expected or repairs(text) == ()


def test_a_handle_pattern_does_not_hide_the_end_of_a_word() -> None:
    assert [one.replacement for one in repairs("Cross-border att@cks, att@cks.\nThe att@cks.The end")] == [
        "attacks"
    ] * 3


def test_a_word_beside_a_plural_in_brackets_is_no_code() -> None:
    assert [one.replacement for one in repairs("any terr0rist(s)")] == ["terrorist"]
