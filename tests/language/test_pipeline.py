"""A text becomes a `Doc` with tags, trees, names and attributions, whatever the text."""

from __future__ import annotations

import gc
import pickle
import weakref
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from sayso.language.pipeline import PARTS, annotation_of, load

NLP = load()
WORD = st.sampled_from(
    ["Reyl", "said", "that", "“", "”", "No", ",", ".", "the", "army", "\n\n", "  ", "😀", "قال", "é"]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORD, max_size=60).map(" ".join))
BESIDE_EACH_OTHER = "Colonel Ana Roth denied on Monday that the army had left. “We stayed,” she told reporters."

Row = tuple[str, str, str, str, str, int, str, str]


def rows(doc: Doc) -> list[Row]:
    return [(t.text, t.pos_, t.tag_, str(t.morph), t.lemma_, t.head.i, t.dep_, t.ent_iob_ + t.ent_type_) for t in doc]


def given_sentences(words: list[str], starts: set[int]) -> Doc:
    doc = Doc(NLP.vocab, words=words, sent_starts=[at in starts for at in range(len(words))])
    return NLP.get_pipe("sayso_reader")(doc)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
@example("")
@example(" \n\n\t ")
@example("a")
@example("😀")
@example("שלום, אמר השר. قال الوزير: «لا».")
@example("\u202eRoth said\u202c no.\u200b\ufeff\x00")
def test_any_text_is_read_whole(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert doc._.annotation is not None
    assert len(doc._.annotation.words) == sum(not token.is_space for token in doc)
    assert [token.i for sentence in doc.sents for token in sentence] == list(range(len(doc)))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_sentence_has_one_root_that_all_its_words_lead_to(text: str) -> None:
    for sentence in NLP(text).sents:
        assert sum(token.head == token for token in sentence) == 1
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)
        assert all(token == sentence.root or sentence.root in token.ancestors for token in sentence)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_word_has_its_tags_and_a_lemma(text: str) -> None:
    for token in NLP(text):
        if not token.is_space:
            assert token.pos_
            assert token.tag_
            assert token.lemma_
            assert token.dep_


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_names_and_spans_of_attribution_stand_on_words(text: str) -> None:
    doc = NLP(text)
    for span in [*doc.ents, *doc.spans.get("attribution", [])]:
        assert span.label_
        assert not span[0].is_space
        assert not span[-1].is_space
    assert {span.label_ for span in doc.spans.get("attribution", [])} <= {"source", "cue", "content"}


def test_a_paragraph_of_five_thousand_words_without_a_stop_is_read() -> None:
    doc = NLP("the army said that the guns had left " * 625)
    assert len(doc) == 5000
    assert max(len(sentence) for sentence in doc.sents) <= 250
    assert all(sum(token.head == token for token in sentence) == 1 for sentence in doc.sents)


def test_who_denied_what_is_found() -> None:
    doc = NLP(BESIDE_EACH_OTHER)
    assert (doc[3].text, doc[3].lemma_, doc[3].pos_, doc[3].dep_) == ("denied", "deny", "VERB", "root")
    assert len(list(doc.sents)) == 2
    assert "Roth" in {word.text for name in doc.ents if name.label_ == "PERSON" for word in name}
    cues = {span.text for span in doc.spans["attribution"] if span.label_ == "cue"}
    assert {"denied", "told"} & cues


def test_the_sentences_of_a_doc_are_kept() -> None:
    words = ["He", "said", "so", "and", "she", "left", "The", "talks", "began", "again"]
    doc = given_sentences(words, {0, 3, 6})
    assert [sentence.start for sentence in doc.sents] == [0, 3, 6]


def test_a_doc_without_sentences_is_cut_into_some() -> None:
    doc = NLP(Doc(NLP.vocab, words=["The", "guns", "left", ".", "The", "talks", "began", "."]))
    assert [sentence.start for sentence in doc.sents] == [0, 4]


def test_a_doc_read_twice_says_the_same() -> None:
    doc = NLP(BESIDE_EACH_OTHER)
    before = rows(doc)
    assert rows(NLP.get_pipe("sayso_reader")(doc)) == before


def test_what_was_read_before_changes_nothing() -> None:
    alone = rows(load()(BESIDE_EACH_OTHER))
    NLP("Roth, deny! 😀 " * 40)
    assert rows(NLP(BESIDE_EACH_OTHER)) == alone
    assert [rows(doc) for doc in NLP.pipe(["Other words.", BESIDE_EACH_OTHER, ""])][1] == alone


def test_a_doc_can_be_packed_and_taken_out_again() -> None:
    doc = NLP(BESIDE_EACH_OTHER)
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(packed).get_docs(NLP.vocab)
    assert [(t.text, t.tag_, t.lemma_, t.dep_, t.head.i) for t in again] == [
        (t.text, t.tag_, t.lemma_, t.dep_, t.head.i) for t in doc
    ]
    assert [(s.start, s.end, s.label_) for s in again.spans["attribution"]] == [
        (s.start, s.end, s.label_) for s in doc.spans["attribution"]
    ]


@pytest.mark.parametrize(
    ("words", "starts", "expected"),
    [
        (["He", "left", ".", "\n", "She", "met", "them", "."], {0, 3}, ["He left .", "She met them ."]),
        (["He", "left", ".", "\n", "  ", "She", "met", "them", "."], {0, 3}, ["He left .", "She met them ."]),
        (["\n", "He", "left", ".", "She", "met", "them", "."], {0, 4}, ["He left .", "She met them ."]),
        (["He", "left", ".", "\n"], {0, 3}, ["He left ."]),
    ],
)
def test_a_sentence_of_a_doc_may_begin_with_blanks(words: list[str], starts: set[int], expected: list[str]) -> None:
    assert [str(sentence).strip() for sentence in given_sentences(words, starts).sents] == expected


def test_where_a_doc_knows_one_start_the_others_are_found() -> None:
    doc = NLP.make_doc("The guns left the ridge. The talks began again. They went on and on.")
    doc[11].is_sent_start = True
    starts = [sentence.start for sentence in NLP.get_pipe("sayso_reader")(doc).sents]
    assert starts == [0, 6, 11]


def test_where_a_doc_denies_one_start_the_others_are_found() -> None:
    doc = NLP.make_doc("The guns left the ridge. The talks began again.\n\nThey went on and on.")
    doc[6].is_sent_start = False
    starts = [sentence.start for sentence in NLP.get_pipe("sayso_reader")(doc).sents]
    assert starts == [0, 12]


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_text_without_words_has_an_empty_group_of_spans(text: str) -> None:
    assert list(NLP(text).spans["attribution"]) == []


def test_a_doc_can_be_written_as_bytes() -> None:
    doc = NLP(BESIDE_EACH_OTHER)
    again = Doc(NLP.vocab).from_bytes(doc.to_bytes())
    assert again.to_json() == doc.to_json()
    assert again._.annotation is None


def test_a_doc_can_be_pickled_and_so_can_its_pipeline() -> None:
    doc = NLP(BESIDE_EACH_OTHER)
    assert pickle.loads(pickle.dumps(doc)).to_json() == doc.to_json()
    assert rows(pickle.loads(pickle.dumps(NLP))(BESIDE_EACH_OTHER)) == rows(doc)


@pytest.mark.parametrize("processes", [1, 2])
def test_docs_come_in_order_from_any_number_of_processes(processes: int) -> None:
    texts = ["Other words.", BESIDE_EACH_OTHER, ""]
    read = list(NLP.pipe(texts, n_process=processes, batch_size=1))
    assert [rows(doc) for doc in read] == [rows(NLP(text)) for text in texts]
    assert [len(doc.spans["attribution"]) for doc in read] == [len(NLP(text).spans["attribution"]) for text in texts]


def test_what_the_encoder_said_goes_with_its_doc() -> None:
    doc = NLP(BESIDE_EACH_OTHER)
    alive = weakref.ref(doc._.annotation.upos)
    assert annotation_of(doc) is doc._.annotation
    del doc
    gc.collect()
    assert alive() is None


class Part(NamedTuple):
    """What a pipeline of one's own wrote, part by part."""

    tags: list[tuple[str, str, str, str]]
    trees: list[tuple[int, str, bool]]
    names: list[tuple[int, int, str]]


def parts(doc: Doc) -> Part:
    return Part(
        [(t.pos_, t.tag_, t.lemma_, str(t.morph)) for t in doc],
        [(t.head.i, t.dep_, bool(t.is_sent_start)) for t in doc],
        [(name.start, name.end, name.label_) for name in doc.ents],
    )


@Language.component("own_parser")
def own_parser(doc: Doc) -> Doc:
    """A pipeline of one's own, odd on purpose: every word is an interjection that hangs on the first of three."""
    for word in doc:
        word.pos_, word.tag_, word.lemma_ = "INTJ", "UH", word.text.upper()
        word.set_morph("Odd=Yes")  # type: ignore[attr-defined]  # its stub lacks it
    first = [word.i - word.i % 3 for word in doc]
    values = [[doc.vocab.strings.add("ROOT" if h == i else "pobj"), h - i] for i, h in enumerate(first)]
    columns = np.array(values, np.int64).view(np.uint64)
    doc.from_array(["DEP", "HEAD"], columns)  # type: ignore[arg-type]  # its stub knows no unsigned numbers
    doc.ents = (Span(doc, 5, 7, label="LAW"),)
    return doc


@pytest.mark.parametrize("keep", [list(keep) for size in range(4) for keep in combinations(PARTS, size)], ids=" ".join)
def test_a_pipeline_of_ones_own_stands_in_for_the_parts_that_it_writes(keep: list[str]) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("own_parser")
    own = parts(nlp(BESIDE_EACH_OTHER))
    nlp.add_pipe("sayso_reader", config={"keep": keep})
    doc = nlp(BESIDE_EACH_OTHER)
    for part in PARTS:
        assert (getattr(parts(doc), part) == getattr(own, part)) == (part in keep)
    assert {span.label_ for span in doc.spans["attribution"]} == {"source", "cue", "content"}


def test_a_pipeline_of_ones_own_may_cut_the_sentences() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [";", "."]})
    nlp.add_pipe("sayso_reader")
    doc = nlp("He said so; she left. The talks began again.")
    assert [str(sentence) for sentence in doc.sents] == ["He said so;", "she left.", "The talks began again."]
    assert all(sentence.root.dep_ == "root" for sentence in doc.sents)


def test_only_parts_that_there_are_can_be_kept() -> None:
    with pytest.raises(ValueError, match="names, not lemmas"):
        spacy.blank("en").add_pipe("sayso_reader", config={"keep": ["tags", "lemmas"]})


def test_a_pipeline_can_be_written_to_a_folder_and_loaded_from_it(tmp_path: Path) -> None:
    NLP.to_disk(tmp_path / "own")
    again = spacy.load(tmp_path / "own")
    assert rows(again("The non-state and/or e-mail @roth " + BESIDE_EACH_OTHER)) == rows(
        NLP("The non-state and/or e-mail @roth " + BESIDE_EACH_OTHER)
    )
