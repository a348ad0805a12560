"""Lines and paragraphs: wrapped lines are joined, a paragraph a line stays so."""

import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.text.layout import fold, sentence_ends, split_rows, wrap_width
from tests.clean.text.judges import labels, plain, texts

WRAPPED = """The ferry that carries the mail to the outer islands did not sail on Monday,
and the harbour master would not say when it would. Two crews have refused to
put to sea until the channel is swept.

Nobody has been hurt so far. The last mine was found in March, by a boy with a
fishing line.
"""


def test_lines_wrapped_at_a_width_are_joined_into_paragraphs() -> None:
    page = plain(WRAPPED)
    assert len(page.paragraphs) == 2
    assert (
        texts(page)[1] == "Nobody has been hurt so far. The last mine was found in March, by a boy with a fishing line."
    )


def test_a_text_with_a_paragraph_a_line_stays_so() -> None:
    body = "The gate is shut.\nNobody would say for how long it would be.\nTrucks wait on both sides, drivers said.\n"
    assert texts(plain(body)) == body.splitlines()


def test_lines_that_end_early_are_not_joined() -> None:
    body = WRAPPED + "\nWhat the harbour needs:\ntwo sweepers\none tug\nmoney\n"
    assert texts(plain(body))[2:] == ["What the harbour needs:", "two sweepers", "one tug", "money"]


def test_an_indent_begins_a_paragraph_where_no_blank_line_does() -> None:
    body = "".join(f"   {part.replace(chr(10), chr(10))}\n" for part in WRAPPED.strip().split("\n\n"))
    assert len(plain(body).paragraphs) == 2


def test_a_word_parted_at_the_end_of_a_line_stays_as_it_is() -> None:
    body = WRAPPED.replace("when it would. Two", "when it would. Mine-\nsweepers and two")
    assert any("Mine- sweepers" in text for text in texts(plain(body)))


def test_line_ends_of_every_system_part_lines() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        rows = split_rows(f"One.{end}Two.{end}{end}Three.")
        assert [row.text for row in rows] == ["One.", "Two.", "Three."]
        assert [row.after_blank for row in rows] == [False, False, True]


def test_a_byte_order_mark_belongs_to_no_line() -> None:
    assert split_rows("\ufeffOne.")[0].start == 1


def test_a_list_is_not_taken_for_wrapped_prose() -> None:
    names = [
        "Harbour office, eastern district",
        "Harbour office, western district",
        "Lighthouse service, the outer islands",
    ]
    assert wrap_width(split_rows("\n".join(names * 3))) is None


def test_white_space_is_folded_and_leads_back() -> None:
    body = "One\u00a0 two\t\tthree\nfour"
    folded = fold(body, 0, len(body)).check(len(body))
    assert folded.text == "One two three four"
    assert folded.raw(4, 7) == (5, 8)


def test_a_sentence_may_end_inside_quotes() -> None:
    assert sentence_ends("He said: “No.”")
    assert not sentence_ends("He said “no”")


def test_a_long_line_and_many_empty_lines_take_linear_time() -> None:
    for body in ("word " * 400_000, "\n" * 500_000 + "One.", " \n" * 250_000, "a  b\t" * 100_000, "x\n" * 60_000):
        start = time.process_time()
        plain(body)
        assert time.process_time() - start < 4


WORDS = st.text(st.sampled_from("abc XY.,\n\r\t \u00a0\u2028>-\"'éß😀1:"), max_size=200)


@given(WORDS)
def test_every_paragraph_decodes_exactly_and_in_order(body: str) -> None:
    last = 0
    for paragraph in plain(body).paragraphs:
        paragraph.check(len(body))
        for run in paragraph.runs:
            raw, text = body[run.raw_start : run.raw_end], paragraph.text[run.start : run.end]
            assert raw.split() == text.split()
            assert run.raw_start >= last
            last = run.raw_end


@given(WORDS)
def test_no_line_is_lost(body: str) -> None:
    page = plain(body)
    shown = [body[line.start : line.end] for line in page.lines]
    assert " ".join(" ".join(shown).split()) == " ".join(body.split())
    assert len(labels(page)) == len(page.lines)
