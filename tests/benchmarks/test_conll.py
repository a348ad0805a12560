"""The CoNLL-U scorer and the benchmark that reads a CoNLL-U file with a pipeline."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import spacy
from benchmarks.conll import Score, score
from benchmarks.conllu import ConllError, Sentence, read, sentences_of, write
from benchmarks.language import documents, measure, text_of
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc


def sentence(*rows: str) -> str:
    """Rows of `id form lemma upos xpos feats head deprel`, and SpaceAfter=No where a + follows."""
    out = []
    for row in rows:
        cells = row.split()
        glued = "SpaceAfter=No" if cells[-1] == "+" else "_"
        cells = [*cells[: len(cells) - (cells[-1] == "+")], *["_"] * 8][:8]
        out.append("\t".join([*cells, "_", glued]))
    return "\n".join(out) + "\n\n"


def parsed(text: str) -> list[Sentence]:
    return list(sentences_of(text.splitlines()))


GOLD = sentence(
    "1 Hale Hale PROPN NNP Number=Sing 2 nsubj",
    "2 denied deny VERB VBD Tense=Past|Typo=Yes 0 root",
    "3 it it PRON PRP _ 2 obj +",
    "4 . . PUNCT . _ 2 punct",
)
CLITIC = sentence(
    "1 They they PRON _ _ 4 nsubj",
    "2-3 didn't",
    "2 did do AUX _ _ 4 aux",
    "3 n't not PART _ _ 4 advmod",
    "4 sign sign VERB _ _ 0 root",
)


def test_a_file_agrees_with_itself_in_everything() -> None:
    scores = score(parsed(GOLD + CLITIC), parsed(GOLD + CLITIC))
    assert {name: found.f1 for name, found in scores.items()} == dict.fromkeys(scores, 1.0)
    assert scores["Words"] == Score(gold=8, found=8, right=8)
    assert scores["Tokens"] == Score(gold=7, found=7, right=7)
    assert list(scores)[3:] == ["UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS", "LAS with subtypes"]


def test_subtypes_of_relations_and_features_outside_the_shared_task_do_not_count() -> None:
    other = GOLD.replace("\tnsubj", "\tnsubj:pass").replace("|Typo=Yes", "")
    scores = score(parsed(GOLD), parsed(other))
    assert scores["LAS"].right == 4
    assert scores["LAS with subtypes"].right == 3
    assert scores["UFeats"].right == 4


def test_a_wrong_head_spoils_both_attachment_scores_and_a_wrong_relation_one() -> None:
    other = GOLD.replace("2\tobj", "1\tobj").replace("2\tpunct", "2\tdep")
    scores = score(parsed(GOLD), parsed(other))
    assert (scores["UAS"].right, scores["LAS"].right) == (3, 2)


def test_words_cut_otherwise_are_not_aligned_and_heads_that_are_not_aligned_are_wrong() -> None:
    gold = sentence("1 anti anti X _ _ 2 dep +", "2 war war NOUN _ _ 3 nsubj", "3 won win VERB _ _ 0 root")
    other = sentence("1 antiwar antiwar NOUN _ _ 2 nsubj", "2 won win VERB _ _ 0 root")
    scores = score(parsed(gold), parsed(other))
    assert scores["Words"] == Score(gold=3, found=2, right=1)
    assert scores["UAS"] == Score(gold=3, found=2, right=1, aligned=1)
    assert (scores["UAS"].precision, scores["UAS"].recall, scores["UAS"].f1) == (1 / 2, 1 / 3, 2 / 5)
    assert scores["UAS"].aligned_accuracy == 1


def test_words_of_a_multi_word_token_are_aligned_with_the_same_words_standing_alone() -> None:
    alone = CLITIC.replace("2-3\tdidn't" + "\t_" * 8 + "\n", "")
    assert len(parsed(alone)[0].tokens()) == 4
    scores = score(parsed(CLITIC), parsed(alone))
    assert scores["Words"].right == 4
    assert scores["LAS"].right == 4
    assert scores["Tokens"] == Score(gold=3, found=4, right=2)


def test_words_of_a_multi_word_token_need_not_spell_it() -> None:
    gold = sentence("1-2 wanna", "1 want want VERB _ _ 0 root", "2 to to PART _ _ 1 mark")
    other = sentence("1-2 wanna", "1 wan want VERB _ _ 0 root", "2 to to PART _ _ 1 mark")
    scores = score(parsed(gold), parsed(other))
    assert scores["Words"] == Score(gold=2, found=2, right=1)
    assert scores["UAS"].right == 0


def test_sentences_agree_by_both_ends() -> None:
    one = sentence("1 Yes yes INTJ _ _ 0 root", "2 No no INTJ _ _ 1 dep")
    two = sentence("1 Yes yes INTJ _ _ 0 root") + sentence("1 No no INTJ _ _ 0 root")
    assert score(parsed(one + GOLD), parsed(two + GOLD))["Sentences"] == Score(gold=2, found=3, right=1)


def test_columns_that_gold_leaves_empty_are_not_scored() -> None:
    bare = sentence("1 Hale", "2 denied", "3 it +", "4 .")
    assert list(score(parsed(bare), parsed(GOLD))) == ["Tokens", "Sentences", "Words"]


def test_another_text_is_refused_with_the_place() -> None:
    with pytest.raises(ConllError, match=r"at character 4 .*'Haledeniedit\.', the predictions 'Haleadmittedit\.'"):
        score(parsed(GOLD), parsed(GOLD.replace("denied", "admitted")))
    with pytest.raises(ConllError, match="not over the same text"):
        score(parsed(GOLD), parsed(GOLD + CLITIC))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("one word a line\n", "line 1: not a row"),
        (sentence("1 Hale", "3 denied"), "word 3 where 2 is due"),
        (GOLD.replace("2\tobj", "9\tobj"), "word 3 has head '9', of 4 words"),
        ("1\t \t_\n", "word 1 has no characters"),
    ],
)
def test_what_is_not_conllu_is_refused_with_the_place(text: str, told: str) -> None:
    with pytest.raises(ConllError, match=told):
        parsed(text)


def test_what_is_read_is_written_back_gzipped_or_not(tmp_path: Path) -> None:
    text = "# newdoc id = a\n# text = They didn't sign\n" + CLITIC
    for name in ("a.conllu", "a.conllu.gz"):
        write(parsed(text), tmp_path / name)
        assert read(tmp_path / name) == parsed(text)
    assert (tmp_path / "a.conllu").read_text("utf-8") == text
    assert gzip.decompress((tmp_path / "a.conllu.gz").read_bytes()).decode() == text


cuts = st.lists(st.integers(1, 4), min_size=1, max_size=12)


def _cut(sizes: list[int], joint: list[bool], text: str) -> str:
    """The text in words of so many characters, some of them in pairs under one token, all in one sentence."""
    rows, at, number = [], 0, 1
    for size, pair in zip([*sizes, len(text)], [*joint, False], strict=False):
        form = text[at : at + size]
        at += size
        if not form:
            break
        if pair and len(form) > 1:
            rows += [f"{number}-{number + 1} {form}", f"{number} {form[:1]} _ X", f"{number + 1} {form[1:]} _ X"]
            number += 2
        else:
            rows.append(f"{number} {form} _ X")
            number += 1
    return sentence(*rows)


@given(cuts, cuts, st.lists(st.booleans(), min_size=12, max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_alignment_pairs_equal_words_at_most_once_and_the_same_from_both_sides(
    one: list[int], two: list[int], joint: list[bool], other: list[bool]
) -> None:
    text = "abcabdeabfacbadcaeb"
    here, there = parsed(_cut(one, joint, text)), parsed(_cut(two, other, text))
    forth, back = score(here, there), score(there, here)
    assert forth["Words"].right == back["Words"].right == forth["UPOS"].aligned
    assert forth["Words"].right <= min(forth["Words"].gold, forth["Words"].found)
    assert score(here, here)["Words"].f1 == 1
    if not any(joint) and not any(other):
        ends = [{(sum(sizes[:n]), sum(sizes[: n + 1])) for n in range(len(sizes))} for sizes in (one, two)]
        assert forth["Words"].right >= len({(a, b) for a, b in ends[0] & ends[1] if b <= len(text)})


# --- reading a file with a pipeline ---------------------------------------------------------------------------------

KNOWN = {"Hale": "PROPN", "denied": "VERB", "it": "PRON", ".": "PUNCT", "They": "PRON", "sign": "VERB", "did": "AUX"}


@Language.component("benchmark_stand_in")
def stand_in(doc: Doc) -> Doc:
    """Knows a few words; hangs each on the word before it; a full stop ends a sentence where none are given."""
    given = doc.has_annotation("SENT_START")
    starts = [token.is_sent_start if given else not n or doc[n - 1].text == "." for n, token in enumerate(doc)]
    for token, start in zip(doc, starts, strict=True):
        token.pos_, token.lemma_ = KNOWN.get(token.text, "X"), token.lower_
        token.head, token.dep_ = (token, "root") if start else (doc[token.i - 1], "dep")
    return doc


@pytest.fixture(scope="module")
def nlp() -> Language:
    out = spacy.blank("en")
    out.add_pipe("benchmark_stand_in")
    return out


def put(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_given_words_keep_their_rows_and_get_the_models_columns(tmp_path: Path, nlp: Language) -> None:
    empty = CLITIC.rstrip("\n") + "\n4.1\tx" + "\t_" * 8 + "\n\n"
    path = put(tmp_path / "in.conllu", f"# newdoc id = a\n{GOLD}# newpar\n{empty}")
    figures = measure(path, predictions=tmp_path / "out.conllu", nlp=nlp)
    found = read(tmp_path / "out.conllu")
    assert [[row[0] for row in s.rows] for s in found] == [["1", "2", "3", "4"], ["1", "2-3", "2", "3", "4"]]
    assert found[0].rows[1] == ["2", "denied", "denied", "VERB", "_", "_", "1", "dep", "_", "_"]
    assert found[1].rows[0][6:8] == ["0", "root"]
    assert found[1].comments == ["# newpar"]
    assert figures["Words"] == figures["Sentences"] == 100
    assert figures["UPOS"] == pytest.approx(100 * 7 / 8)
    assert measure(tmp_path / "out.conllu", nlp=nlp)["LAS with subtypes"] == 100


def test_the_pipeline_is_given_blanks_paragraphs_and_sentence_starts(tmp_path: Path) -> None:
    seen: list[Doc] = []
    blank = spacy.blank("en")

    @Language.component("benchmark_keeps")
    def keep(doc: Doc) -> Doc:
        seen.append(doc)
        return doc

    blank.add_pipe("benchmark_keeps")
    measure(put(tmp_path / "in.conllu", f"{GOLD}{GOLD}# newpar id = 2\n{CLITIC}"), nlp=blank)
    assert [doc.text for doc in seen] == ["Hale denied it. Hale denied it.\n\nThey didn't sign "]
    assert [token.text for token in seen[0] if token.is_sent_start] == ["Hale", "Hale", "They"]


def test_raw_text_comes_from_blanks_and_comments_sentences_and_paragraphs() -> None:
    text = f"# newdoc\n{GOLD}{CLITIC}# newpar\n# text = Hale denied  it.\n{GOLD}# newdoc id = b\n# text = other\n{GOLD}"
    assert [text_of(document) for document in documents(parsed(text))] == [
        "Hale denied it. They didn't sign\n\nHale denied  it.",
        "Hale denied it.",
    ]


def test_raw_sentences_and_words_are_the_pipelines_own(tmp_path: Path, nlp: Language) -> None:
    path = put(tmp_path / "in.conllu", f"# newdoc id = a\n{GOLD}{CLITIC}# newdoc id = b\n{GOLD}")
    figures = measure(path, raw=True, predictions=tmp_path / "out.conllu", nlp=nlp)
    assert figures["Sentences"] == figures["Tokens"] == figures["Words"] == 100
    found = read(tmp_path / "out.conllu")
    assert found[1].comments == ["# sent_id = a-2", "# text = They didn't sign"]
    assert [row[:2] for row in found[1].rows][1:4] == [["2-3", "didn't"], ["2", "did"], ["3", "n't"]]
    assert found[0].rows[2][9] == "SpaceAfter=No"
    assert found[2].told("newdoc") == "b"


def test_a_file_without_gold_gets_predictions_only(tmp_path: Path, nlp: Language) -> None:
    path = put(tmp_path / "in.conllu", "1\tHale\n2\tdenied\n\n")
    for raw in (False, True):
        assert measure(path, raw=raw, predictions=tmp_path / "out.conllu", nlp=nlp) == {}
        assert [row[3] for row in read(tmp_path / "out.conllu")[0].rows] == ["PROPN", "VERB"]


def test_a_pipeline_that_says_nothing_leaves_columns_empty_and_scores_nought(tmp_path: Path) -> None:
    path = put(tmp_path / "in.conllu", GOLD)
    figures = measure(path, raw=True, predictions=tmp_path / "out.conllu", nlp=spacy.blank("en"))
    assert read(tmp_path / "out.conllu")[0].rows[0][2:8] == ["_"] * 6
    assert figures["Words"] == 100
    assert figures["LAS"] == figures["UPOS"] == 0


def test_open_genres_leave_out_documents_and_nothing_after_them(tmp_path: Path, nlp: Language) -> None:
    documents_ = [f"# newdoc id = {genre}\n# meta::genre = {genre}\n{GOLD}" for genre in ("fiction", "news", "letter")]
    path = put(tmp_path / "in.conllu", "".join(documents_) + f"# newdoc id = d\n{GOLD}")
    measure(path, open_genres=True, predictions=tmp_path / "out.conllu", nlp=nlp)
    assert [s.told("newdoc") for s in read(tmp_path / "out.conllu")] == ["news", "d"]
