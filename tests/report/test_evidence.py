"""Footnotes: exact characters, numbered as they are met, one for each stretch of evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.report import Brief
from sayso.report.evidence import Notes, sentence_around, stretches_of
from sayso.report.pile import Pile


def test_every_note_quotes_the_exact_characters_of_its_article(brief: Brief, ledger: Ledger) -> None:
    texts = {row["id"]: row["text"] for row in ledger.articles}
    assert brief.notes
    for note in brief.notes:
        assert texts[note.article_id][note.start : note.end] == note.quote


def test_notes_are_numbered_as_they_are_first_cited(brief: Brief) -> None:
    cited = [int(run.text) for line in brief.lines() for run in line if run.kind == "note"]
    assert list(dict.fromkeys(cited)) == [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))


def test_a_note_names_document_outlet_and_day(brief: Brief) -> None:
    note = next(note for note in brief.notes if note.quote == "At least four people were killed, she said.")
    assert (note.uri, note.outlet, note.published) == ("docs/post.txt", "Ruva Post", "2026-03-02")


def test_a_stretch_that_several_rows_stand_on_is_one_note() -> None:
    class Told:
        """A pile of one article."""

        def article(self, article_id: str) -> dict[str, object]:
            return {"id": article_id, "text": "Guns fired and a house burnt down."}

    notes = Notes(Told())  # type: ignore[arg-type]
    numbers = [
        notes.of("events", {"id": one, "article_id": "a", "trigger": span, "raw_trigger": []})
        for one, span in (
            ("e-1", {"start": 5, "end": 10, "quote": "fired"}),
            ("e-2", {"start": 23, "end": 28, "quote": "burnt"}),
        )
    ]
    assert numbers[0] == numbers[1]


def test_a_word_is_quoted_with_its_sentence(ledger: Ledger) -> None:
    pile = Pile(ledger)
    row = pile.row("s-it", "statements")
    assert row
    stretch = next(stretches_of("statements", row, pile))
    text = pile.article("a-daily")["text"]
    assert (text[stretch.start : stretch.end], stretch.word) == ("He denied it again.", "it")


def test_a_sentence_does_not_end_at_a_title_or_an_initial() -> None:
    text = "All was calm. Lt. J. Roth shelled it. Nobody slept."
    start = text.index("shelled")
    begin, end = sentence_around(text, start, start + 7)
    assert text[begin:end] == "Lt. J. Roth shelled it."


def test_a_sentence_does_not_leave_its_paragraph() -> None:
    text = "A headline without a stop\n\nGuns fired\n\nAnother paragraph"
    begin, end = sentence_around(text, text.index("fired"), text.index("fired") + 5)
    assert text[begin:end] == "Guns fired"


def test_a_long_sentence_is_cut_between_words() -> None:
    text = " ".join(["word"] * 400) + " fired " + " ".join(["word"] * 400)
    start = text.index("fired")
    begin, end = sentence_around(text, start, start + 5)
    assert end - begin <= 420
    assert set(text[begin:end].split()) == {"word", "fired"}


@given(st.text(alphabet='aB. \n"“”!?', max_size=1500), st.data())
def test_the_words_always_stand_in_their_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, stop = sentence_around(text, start, end)
    assert 0 <= begin <= start <= end <= stop <= len(text)
