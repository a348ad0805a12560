"""Where sentences stand."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.sentences import sentences


def quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_titles_and_initials_end_no_sentence() -> None:
    text = "Lt. Ana B. Rovik left. “No one was hurt,” she said."
    assert quotes(text) == ["Lt. Ana B. Rovik left.", "“No one was hurt,” she said."]


def test_a_quotation_mark_belongs_to_the_sentence_that_it_ends() -> None:
    assert quotes("“We left.” He sat.") == ["“We left.”", "He sat."]


def test_a_blank_line_ends_one() -> None:
    assert quotes("A headline\n\nThe text") == ["A headline", "The text"]


@given(st.text(alphabet='aB .!?"”\n', max_size=60))
def test_they_stand_in_order_and_hold_every_letter(text: str) -> None:
    found = sentences(text)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    held = {at for start, end in found for at in range(start, end)}
    assert all(at in held for at, letter in enumerate(text) if letter.isalpha())
