"""Corpora of every form become texts with a label a word and task, read like any article."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from training.language.corpora import (
    NONE,
    Text,
    attributed,
    attribution_labels,
    lines,
    named,
    number,
    treebank,
    vocabulary,
)

from sayso.language.pieces import pieces
from sayso.language.tokens import blank

CONLLU = """# newdoc id = river
# meta::genre = news
# newpar
# sent_id = 1
1-2\tDidn't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDid\tdo\tAUX\tVBD\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
3.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = 2
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tstayed\tstay\tVERB\tVBD\t_\t0\troot\t_\t_

# newpar
# sent_id = 3
1\tGuns\tgun\tNOUN\tNNS\t_\t0\troot\t_\t_

# newdoc id = tale
# meta::genre = fiction
# sent_id = 4
1\tOnce\tonce\tADV\tRB\t_\t0\troot\t_\t_

"""


def put(path: Path, content: str) -> Path:
    path.write_text(content, "utf-8")
    return path


def consistent(text: Text) -> bool:
    counts = {*map(len, text.raw.values()), *map(len, text.labels.values())}
    return counts == {len(text.words)}


def test_a_treebank_becomes_a_text_with_blanks_and_paragraphs(tmp_path: Path) -> None:
    (text,) = treebank(put(tmp_path / "a.conllu", CONLLU), pieces())
    assert text.words.form == ["Did", "n't", "leave", ".", "They", "stayed", "Guns"]
    assert text.words.gap == [3, 0, 1, 0, 1, 1, 3]
    assert consistent(text)


def test_heads_count_in_the_whole_text_and_roots_have_none(tmp_path: Path) -> None:
    (text,) = treebank(put(tmp_path / "a.conllu", CONLLU), pieces())
    assert text.labels["head"].tolist() == [2, 2, -1, 2, 5, -1, -1]
    assert text.labels["start"].tolist() == [1, 0, 0, 0, 1, 0, 1]


def test_lemmas_are_scripts(tmp_path: Path) -> None:
    (text,) = treebank(put(tmp_path / "a.conllu", CONLLU), pieces())
    assert text.raw["lemma"] == ["l|2|o", "l|2|ot", "=", "=", "l|0|", "l|2|", "l|1|"]


def test_genres_that_forbid_commercial_use_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    path = put(tmp_path / "a.conllu", CONLLU)
    assert [text.name for text in treebank(path, pieces())] == ["river"]
    assert [text.name for text in treebank(path, pieces(), closed=True)] == ["river", "tale"]


def test_a_packed_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.conllu.gz", "wt", encoding="utf-8") as out:
        out.write(CONLLU)
    assert list(lines(tmp_path / "a.conllu.gz")) == list(lines(put(tmp_path / "a.conllu", CONLLU)))


IOB = "Reyl\tB-Person\nleft\tO\nMerrin\tB-Location\n.\tO\n\nHe\tO\nsaid\tO\nso\tO\n.\tO\n\n"


def test_sentences_of_names_stand_together_in_paragraphs(tmp_path: Path) -> None:
    path = put(tmp_path / "a.iob2", IOB)
    (apart,), (together,) = named(path, "names", pieces()), named(path, "names", pieces(), together=2)
    assert apart.words.form == together.words.form == ["Reyl", "left", "Merrin", ".", "He", "said", "so", "."]
    assert (apart.words.gap[4], together.words.gap[4]) == (3, 1)
    assert apart.raw["names"] == ["B-Person", "O", "B-Location", "O", "O", "O", "O", "O"]
    assert apart.labels["said"].tolist() == [1, 0, 0, 0, 1, 0, 0, 0]
    assert consistent(apart)


def test_twenty_sentences_without_a_document_are_one(tmp_path: Path) -> None:
    assert len(named(put(tmp_path / "a.iob2", IOB * 25), "names", pieces())) == 3


STATEMENT: dict[str, Any] = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 28]]}
TEXT = "Reyl said that guns had left."


def test_an_attribution_is_tags_and_links(tmp_path: Path) -> None:
    row = {"name": "a", "text": TEXT, "attributions": [STATEMENT]}
    (text,) = attributed(put(tmp_path / "a.jsonl", json.dumps(row) + "\n"), blank(), pieces())
    assert text.words.form == ["Reyl", "said", "that", "guns", "had", "left", "."]
    content = ["B-content", *["I-content"] * 3]
    assert text.raw["attr"] == ["B-source", "B-cue", *content, "O"]
    assert text.labels["cue"].tolist() == [NONE, NONE, 1, 1, 1, 1, NONE]
    assert text.labels["source"].tolist() == [NONE, 0, NONE, NONE, NONE, NONE, NONE]
    assert consistent(text)


@pytest.mark.parametrize(("role", "kept"), [("source", [-1]), ("cue", [])])
def test_what_an_attribution_lacks_is_linked_to_nothing(role: str, kept: list[int]) -> None:
    spans = [(0, 4), (5, 9), (10, 14), (15, 19), (20, 23), (24, 28), (28, 29)]
    _, cue, source = attribution_labels(spans, [{**STATEMENT, role: []}])
    assert [value for value in source.tolist() if value != NONE] == kept
    assert (cue != NONE).any() == (role != "cue")


def test_labels_are_numbered_most_frequent_first_and_tags_by_name() -> None:
    words = named_words("a b c")
    texts = [Text("x", words, {"upos": ["NOUN", "VERB", "NOUN"], "names": ["O", "B-Person", "B-Date"]})]
    assert vocabulary(texts, "upos") == ["NOUN", "VERB"]
    assert vocabulary(texts, "upos", least=2) == ["NOUN"]
    assert vocabulary(texts, "names") == ["O", "B-Date", "B-Person"]


def test_a_label_that_is_not_known_says_nothing() -> None:
    text = Text("x", named_words("a b c"), {"upos": ["NOUN", "VERB", "NOUN"]})
    number([text], {"upos": ["NOUN"], "xpos": ["NN"]})
    assert np.array_equal(text.labels["upos"], [0, NONE, 0])
    assert "xpos" not in text.labels


def named_words(text: str) -> Any:
    from sayso.language.windows import words_of

    return words_of(text, [(at, at + 1) for at in range(0, len(text), 2)], pieces())
