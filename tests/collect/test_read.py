"""Any document in, drafts and problems out: nothing raises, nothing is lost without a word."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.read import read, source_text
from sayso.errors import codes as known_codes
from sayso.model import Document, Limits
from tests.collect.reading import codes, only, reads_of


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.4 rest", "a PDF"),
        (b"SQLite format 3\0 rest", "an SQLite database"),
        (bytes(range(256)) * 40, "control characters"),
        (b"\0" * 5000, "control characters"),
    ],
)
def test_bytes_that_are_no_text_are_named(data: bytes, looks: str) -> None:
    reads = reads_of(data)
    assert (reads.form, reads.drafts, codes(reads)) == ("binary", (), ["E301"])
    assert looks in reads.problems[0].message


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_document_is_a_problem(data: bytes) -> None:
    reads = reads_of(data)
    assert (reads.form, reads.drafts, codes(reads)) == ("empty", (), ["E302"])


def test_a_problem_names_document_stage_and_code() -> None:
    document = Document("pile/empty.txt", b"")
    (problem,) = read(document, Limits()).problems
    assert (problem.uri, problem.stage, problem.code, problem.document_id) == (
        "pile/empty.txt",
        "read",
        "E302",
        document.sha256,
    )


def test_a_single_article_has_the_address_of_its_document() -> None:
    document = Document("x", b"<html><p>No.</p></html>", url="https://ostwatch.example/gate")
    assert read(document, Limits()).drafts[0].url == "https://ostwatch.example/gate"


def test_its_own_address_goes_before() -> None:
    data = json.dumps({"text": "They said no.", "url": "https://ostwatch.example/gate"}).encode()
    assert (
        read(Document("x", data, url="https://ostwatch.example/api"), Limits()).drafts[0].url
        == "https://ostwatch.example/gate"
    )


def test_a_text_beyond_the_limit_is_a_problem() -> None:
    reads = read(Document("x", b"They said no. " * 10), Limits(text_chars=100))
    assert (reads.drafts, [problem.code for problem in reads.problems]) == ((), ["E306"])


def test_a_pile_of_bad_lines_is_gathered_into_few_rows() -> None:
    reads = reads_of(b'{"text": "They said no."}\n' + b"junk\n" * 5_000)
    assert len(reads.drafts) == 1
    assert len(reads.problems) == 101
    assert reads.problems[-1].message == "the same of 4900 more records"


def test_the_source_text_is_the_decoded_document() -> None:
    data = "“No,”\r\nhe said.".encode("utf-16")
    reads = reads_of(data)
    assert source_text(data, reads.encoding, "") == only(reads).body.text == "“No,”\r\nhe said."


SEEDS = [
    b'{"title": "T", "text": "They said no."}',
    b'[{"content": {"rendered": "<p>No\\u2019s</p>"}, "date": "2026-03-04T09:00:00"}]',
    b'{"text": "one"}\n{"text": "two"}\n',
    b'id,title,text\n1,"T","He said ""no""."\n2,T,Yes.\n',
    b"<rss><channel><title>O</title><item><title>T</title><description>A &amp; b</description></item></channel></rss>",
    b"From: Ana <a@x.example>\nSubject: =?utf-8?q?No?=\nContent-Type: text/plain; charset=utf-8\n\nThey said no.\n",
    b"From a@x.example Wed Mar  4 2026\nFrom: a@x.example\nSubject: T\n\nNo.\n\nFrom b@x 2026\nSubject: U\n\nYes\n",
    b"<html><head><meta charset=utf-8></head><body><p>They said no.</p></body></html>",
]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=6)), max_size=5)


@given(st.sampled_from(SEEDS), EDITS)
def test_no_damage_raises_and_every_run_still_decodes(data: bytes, edits: list[tuple[float, int, bytes]]) -> None:
    for place, cut, put in edits:
        at = int(place * len(data))
        data = data[:at] + put + data[at + cut :]
    reads = reads_of(data)
    assert reads.drafts or reads.problems
    assert set(codes(reads)) <= known_codes().keys()


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    reads = reads_of(data)
    assert reads.drafts or reads.problems


@given(st.sampled_from(SEEDS))
def test_reading_twice_reads_the_same(data: bytes) -> None:
    assert reads_of(data) == reads_of(data)
