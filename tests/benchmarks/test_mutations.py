"""The benchmark that breaks documents and looks whether every span still stands where it says."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.mutations import MUTATIONS, Mutation, documents, measure, mutated, wrong_spans

from sayso.model import Document, Span
from sayso.process import process

TEXT = (
    'The minister, Tomas Reyl, said: “The guns left the final ridge.”\n\n"We stayed," Colonel Ana Roth said on Monday.'
)


def test_sixty_broken_documents_give_no_wrong_span_and_no_crash() -> None:
    found = measure(count=60)
    assert found["examples"] == []
    assert (found["documents"], found["crashes"], found["wrong spans"]) == (60, 0, 0)
    assert found["spans"] > found["statements"] > 60


def test_the_same_seed_breaks_the_same_way() -> None:
    assert [mutated(TEXT, random.Random(5)) for _ in range(2)] == [mutated(TEXT, random.Random(5))] * 2
    assert len({mutated(TEXT, random.Random(seed))[0] for seed in range(20)}) > 10


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: str(mutation.__name__))
def test_every_mutation_changes_a_text_and_survives_none(mutation: Mutation) -> None:
    assert any(mutation(TEXT, random.Random(seed)) != TEXT for seed in range(20))
    assert isinstance(mutation("", random.Random(1)), str)


def test_a_span_that_reads_otherwise_is_counted() -> None:
    document = Document("a.txt", TEXT.encode())
    found = process(document)
    row = found.statements[0]
    moved = Span(row.content[0].start + 1, row.content[0].end + 1, row.content[0].quote)
    spoilt = replace(found, statements=(replace(row, content=(moved, *row.content[1:])),))
    assert not list(wrong_spans(document, found, Counter()))
    assert len(list(wrong_spans(document, spoilt, Counter()))) == 1


def test_raw_offsets_that_lead_elsewhere_are_counted() -> None:
    document = Document("a.txt", TEXT.encode())
    found = process(document)
    row = found.statements[0]
    spoilt = replace(found, statements=(replace(row, raw_content=((0, 3), *row.raw_content[1:])),))
    assert len(list(wrong_spans(document, spoilt, Counter()))) == 1


def test_any_folder_of_texts_and_pages_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.html").write_text(f"<p>{TEXT}</p>", "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    assert [name for name, _ in documents(tmp_path)] == ["a.txt", "b.html"]
    assert measure(tmp_path, count=4)["documents"] == 4


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no \.txt or \.html"):
        measure(tmp_path, count=1)
