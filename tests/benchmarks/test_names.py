"""The benchmark that reads an IOB2 file with a pipeline and scores its names."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from benchmarks.conll import Score
from benchmarks.names import MAPS, TagError, compare, documents, map_for, measure, read, score, spans
from spacy.language import Language
from spacy.tokens import Doc, Span

KNOWN = {"Hale": "PERSON", "Kabul": "GPE", "Sahel": "LOC", "Bagram": "FAC", "Afghan": "NORP", "Sunday": "DATE"}


@Language.component("names_stand_in")
def stand_in(doc: Doc) -> Doc:
    """Knows a few names, and takes `Red Crescent` for one."""
    found = [Span(doc, token.i, token.i + 1, label=KNOWN[token.text]) for token in doc if token.text in KNOWN]
    found += [Span(doc, t.i, t.i + 2, label="ORG") for t in doc[:-1] if (t.text, t.nbor().text) == ("Red", "Crescent")]
    doc.ents = tuple(found)
    return doc


@pytest.fixture(scope="module")
def nlp() -> Language:
    out = spacy.blank("en")
    out.add_pipe("names_stand_in")
    return out


def put(tmp_path: Path, *sentences: str, name: str = "in.iob2") -> Path:
    """A file of sentences, `word/tag` each."""
    blocks = ["\n".join(pair.replace("/", "\t") for pair in sentence.split()) for sentence in sentences]
    path = tmp_path / name
    path.write_text("\n\n".join(blocks) + "\n\n", "utf-8")
    return path


def test_names_come_out_in_the_corpuss_classes(tmp_path: Path, nlp: Language) -> None:
    path = put(
        tmp_path, "The/O Red/B-Organization Crescent/I-Organization left/O Kabul/B-Location", "Afghan/B-NORP men/O"
    )
    figures = measure(path, nlp=nlp)
    assert figures == dict.fromkeys(("F1", "precision", "recall", "Location", "NORP", "Organization"), 100)
    compare(path, predictions=tmp_path / "out.iob2", nlp=nlp)
    assert (tmp_path / "out.iob2").read_text("utf-8") == path.read_text("utf-8")


def test_a_name_is_right_only_with_both_ends_and_its_class(tmp_path: Path, nlp: Language) -> None:
    path = put(tmp_path, "Red/O Crescent/B-Organization of/O Kabul/B-Organization with/O Hale/B-Person ./O")
    scores, _ = compare(path, nlp=nlp)
    assert scores["all"] == Score(gold=3, found=3, right=1)
    assert scores["Person"].f1 == 1
    assert scores["Organization"] == Score(gold=2, found=1, right=0)


def test_places_and_buildings_are_one_class_in_universal_ner_and_the_rest_is_dropped(
    tmp_path: Path, nlp: Language
) -> None:
    path = put(tmp_path, "Hale/B-PER left/O Kabul/B-LOC and/O Bagram/B-LOC Sunday/O for/O Afghan/B-OTH Sahel/B-LOC")
    scores, other = compare(path, nlp=nlp)
    assert scores["all"] == Score(gold=4, found=4, right=4)
    assert other == {"OTH": 1}


@pytest.mark.parametrize(
    ("classes", "name"),
    [
        ({"Person", "Location", "NORP"}, "worldwide"),
        ({"PER", "LOC", "ORG", "MISC"}, "uner"),
        ({"PERSON", "GPE", "ORG", "LOC", "CARDINAL"}, "onto"),
        ({"NORP", "GPE"}, "onto"),
        (set(), "onto"),
    ],
)
def test_the_map_is_chosen_by_the_classes_of_the_file(classes: set[str], name: str) -> None:
    assert map_for(classes) == name


def test_classes_that_no_map_knows_are_refused_unless_a_map_is_told(tmp_path: Path, nlp: Language) -> None:
    path = put(tmp_path, "Hale/B-politician left/O")
    with pytest.raises(TagError, match="no map gives the classes politician"):
        measure(path, nlp=nlp)
    scores, other = compare(path, to="uner", nlp=nlp)
    assert (scores["all"].gold, other) == (0, {"politician": 1})


def test_every_map_gives_the_models_persons_organizations_and_places() -> None:
    assert all({"PERSON", "ORG", "GPE", "LOC"} <= set(mapping) for mapping in MAPS.values())


def test_numbered_rows_and_comments_are_kept(tmp_path: Path, nlp: Language) -> None:
    text = "# newdoc id = a\n# text = Hale left\n1\tHale\tB-PER\n2\tleft\tO\n\n1\t26\tO\n2\tdied\tO\n\n"
    path = tmp_path / "in.iob2"
    path.write_text(text, "utf-8")
    assert [sentence.words for sentence in read(path)] == [["Hale", "left"], ["26", "died"]]
    assert measure(path, nlp=nlp)["F1"] == 100
    compare(path, predictions=tmp_path / "out.iob2", nlp=nlp)
    assert (tmp_path / "out.iob2").read_text("utf-8") == text


def test_a_file_of_words_alone_gets_predictions_only(tmp_path: Path, nlp: Language) -> None:
    path = put(tmp_path, "Hale left Kabul")
    assert compare(path, predictions=tmp_path / "out.iob2", nlp=nlp) == ({}, {})
    assert [sentence.tags for sentence in read(tmp_path / "out.iob2")] == [["B-PERSON", "O", "B-GPE"]]
    assert measure(path, nlp=nlp) == {}


def test_the_pipeline_is_given_sentences_in_order_document_by_document(tmp_path: Path) -> None:
    seen: list[Doc] = []
    blank = spacy.blank("en")

    @Language.component("names_keeps")
    def keep(doc: Doc) -> Doc:
        seen.append(doc)
        return doc

    blank.add_pipe("names_keeps")
    path = put(tmp_path, "Hale/B-PER did/O n't/O ,/O then/O left/O ./O", "Kabul/B-LOC (/O fell/O )/O", "Yes/O ./O")
    path.write_text(path.read_text("utf-8").replace("Yes", "# newdoc id = b\nYes"), "utf-8")
    measure(path, nlp=blank)
    assert [doc.text for doc in seen] == ["Hale didn't, then left.\n\nKabul (fell)", "Yes."]
    assert [token.text for token in seen[0] if token.is_sent_start] == ["Hale", "Kabul"]
    seen.clear()
    measure(path, together=2, nlp=blank)
    assert seen[0].text == "Hale didn't, then left. Kabul (fell)"


def test_twenty_sentences_are_a_document_where_none_is_told(tmp_path: Path) -> None:
    assert [len(part) for part in documents(read(put(tmp_path, *["No/O ./O"] * 45)))] == [20, 20, 5]


def test_odd_words_stay_one_word_each(tmp_path: Path, nlp: Language) -> None:
    path = tmp_path / "in.iob2"
    path.write_text("#\tO\n \tO\n10 000\tO\nKabul\tB-LOC\n\n", "utf-8")
    assert measure(path, nlp=nlp)["F1"] == 100


@pytest.mark.parametrize("text", ["Hale\tPER\n", "Hale\tB-\n", "Hale\tB-PER\nleft\n"])
def test_what_is_no_tag_is_refused_with_the_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "in.iob2"
    path.write_text(text, "utf-8")
    with pytest.raises(TagError, match=r"in\.iob2, line 1"):
        read(path)


def test_spans_of_tags() -> None:
    assert spans(["B-A", "I-A", "B-A", "I-B", "O", "I-A"]) == [(0, 2, "A"), (2, 3, "A"), (3, 4, "B"), (5, 6, "A")]
    assert spans(["S-A", "B-A", "I-A", "E-A"]) == [(0, 1, "A"), (1, 4, "A")]


def test_no_names_on_either_side_score_nought_and_do_not_fail() -> None:
    scores, _ = score([["O"]], [["O"]], {"PER"})
    assert scores["all"] == Score(0, 0, 0)
    assert scores["all"].f1 == 0
