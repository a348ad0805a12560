"""JSON Lines, arrays, and records deep in an answer; breaks and bad lines cost only themselves."""

import json

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from tests.collect.reading import ODD_TEXT, codes, only, reads_of, values

ONE, TWO = {"title": "One", "text": "The first said no."}, {"title": "Two", "text": "The second said yes."}


@pytest.mark.parametrize(
    ("document", "form"),
    [
        (json.dumps([ONE, TWO]), "json"),
        (json.dumps([ONE, TWO], indent=2), "json"),
        (json.dumps({"status": "ok", "articles": [ONE, TWO]}), "json"),
        (json.dumps({"response": {"docs": [ONE, TWO]}}, indent=1), "json"),
        (json.dumps(ONE) + "\n" + json.dumps(TWO), "json-lines"),
        (json.dumps(ONE) + "\r\n\r\n" + json.dumps(TWO) + "\r\n", "json-lines"),
    ],
)
def test_records_are_found_wherever_they_stand(document: str, form: str) -> None:
    reads = reads_of(document.encode())
    assert reads.form == form
    assert [draft.body.text for draft in reads.drafts] == [ONE["text"], TWO["text"]]
    assert reads.problems == ()


def test_a_bad_line_costs_only_itself_and_is_named() -> None:
    reads = reads_of(f'{json.dumps(ONE)}\n{{"text": "cut o\n\n{json.dumps(TWO)}\nnonsense\n'.encode())
    assert [draft.body.text for draft in reads.drafts] == [ONE["text"], TWO["text"]]
    assert codes(reads) == ["E303", "E303"]
    assert [problem.message.split(" is ")[0] for problem in reads.problems] == ["line 2", "line 5"]


def test_a_bad_first_line_is_no_worse() -> None:
    reads = reads_of(f'{{"text": "cut o\n{json.dumps(ONE)}\n{json.dumps(TWO)}'.encode())
    assert (len(reads.drafts), codes(reads)) == (2, ["E303"])


def test_a_truncated_array_keeps_the_records_before_the_break() -> None:
    document = json.dumps([ONE, TWO, ONE])
    reads = reads_of(document[:-10].encode())
    assert [draft.body.text for draft in reads.drafts] == [ONE["text"], TWO["text"]]
    assert codes(reads) == ["E303"]
    assert "records kept: 2" in reads.problems[0].message


@pytest.mark.parametrize("indent", [None, 2])
def test_wherever_an_array_breaks_no_whole_record_is_lost_and_no_broken_one_kept(indent: int | None) -> None:
    document = json.dumps({"posts": [ONE, TWO]}, indent=indent)
    ends = [document.index("}", document.index(record["text"])) + 1 for record in (ONE, TWO)]
    for cut in range(12, len(document) - 1):
        reads = reads_of(document[:cut].rstrip().encode())
        assert len(reads.drafts) == sum(end <= len(document[:cut].rstrip()) for end in ends), document[:cut]
        assert codes(reads) == ["E303"], document[:cut]


def test_a_record_without_text_is_named() -> None:
    reads = reads_of(json.dumps([ONE, {"title": "No text"}, TWO]).encode())
    assert (len(reads.drafts), codes(reads)) == (2, ["E304"])
    assert "record 2" in reads.problems[0].message


@pytest.mark.parametrize("document", ["[]", "{}", '{"a": 1}', '["a", "b"]', "[[1], [2]]", '[{"votes": 3}]'])
def test_json_without_articles_says_so(document: str) -> None:
    reads = reads_of(document.encode())
    assert (reads.drafts, set(codes(reads))) == ((), {"E304"})


def test_paragraphs_in_a_list_are_parted_by_a_blank_line() -> None:
    draft = only(reads_of(json.dumps({"body": ["One\u2019s word.", "Two."]}).encode()))
    assert draft.body.text == "One’s word.\n\nTwo."


def test_people_outlets_and_addresses_may_be_objects() -> None:
    record = {
        "@type": "NewsArticle", "headline": "Gate", "articleBody": "They said no.",
        "datePublished": "2026-03-04T09:00+07:00",
        "author": [{"@type": "Person", "name": "Ana Roth"}, {"name": "Leo Marsh"}], "publisher": {"name": "Ost Watch"},
    }  # fmt: skip
    draft = only(reads_of(json.dumps(record).encode()))
    assert values(draft, "author") == ["Ana Roth", "Leo Marsh"]
    assert values(draft, "outlet") == ["Ost Watch"]
    assert values(draft, "published") == ["2026-03-04T09:00+07:00"]


def test_numbers_are_dates_only_in_columns_of_dates() -> None:
    draft = only(reads_of(b'{"text": "They said no.", "timestamp": 1772589600, "author": 7, "title": 5, "n": 1e999}'))
    assert values(draft, "published") == ["2026-03-04T02:00:00+00:00"]
    assert values(draft, "author") == values(draft, "title") == []


@pytest.mark.parametrize("nest", ["[", '{"text":', '[{"text":'])
def test_a_million_brackets_are_a_problem_not_a_crash(nest: str) -> None:
    reads = reads_of((nest * 1_000_000).encode())
    assert (reads.drafts, codes(reads)) == ((), ["E307"])


def test_a_million_brackets_on_a_line_cost_only_that_line() -> None:
    reads = reads_of(f'{json.dumps(ONE)}\n{{"a": {"[" * 1_000_000}\n{json.dumps(TWO)}'.encode())
    assert (len(reads.drafts), codes(reads)) == (2, ["E307"])


def test_a_line_of_fifty_megabytes_is_read_in_its_turn() -> None:
    reads = reads_of(b'{"text": "' + b"no " * 17_000_000 + b'"}\n' + json.dumps(TWO).encode())
    assert ([draft.body.text for draft in reads.drafts], codes(reads)) == ([TWO["text"]], ["E306"])


@drawn(st.lists(ODD_TEXT.filter(lambda text: not {"&", "<"} & set(text)), min_size=2, max_size=4), st.booleans())
def test_every_character_of_every_line_comes_back(texts: list[str], ensure_ascii: bool) -> None:
    document = "\n".join(json.dumps({"id": 1, "text": text}, ensure_ascii=ensure_ascii) for text in texts)
    reads = reads_of(document.encode())
    assert [draft.body.text for draft in reads.drafts] == texts
