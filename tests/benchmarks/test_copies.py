"""The benchmark that makes copies of texts and asks which of them are found."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from benchmarks.copies import (
    FormError,
    articles,
    copies_among,
    edited,
    found,
    generated,
    lifted_third,
    read,
    twins,
    whole_copy,
    write,
)

TEXT = (
    "Divers who searched the flooded hold until nightfall recovered a harmonium, two kettledrums and a crate of unsold "
    "programmes, while the harbour master blamed a sandbank that appears on no chart."
)
HOST = "Fishermen in the estuary stopped work to protest a levy on nets; skippers answered that no dredger was seen."


def put(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_predictions_tell_who_repeats_whom_and_where(tmp_path: Path) -> None:
    rows = (
        {"id": "a", "published": "2024-05-02", "text": f"{HOST} {TEXT}"},
        {"id": "b", "published": "2024-05-01", "text": TEXT},
        {"id": "c", "text": HOST.upper()[:40]},
    )
    out = tmp_path / "out.jsonl"
    write(copies_among(read(put(tmp_path, *rows))), out)
    (row,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert (row["id"], row["copy_of"], row["why"]) == ("a", "b", "published earlier")
    ((start, end, first, last),) = row["passages"]
    assert rows[0]["text"][start:end] == rows[1]["text"][first:last]


def test_copies_do_not_depend_on_the_order_of_articles(tmp_path: Path) -> None:
    rows = [{"id": name, "text": f"{extra} {TEXT}"} for name, extra in (("a", ""), ("b", HOST), ("c", HOST[::-1]))]
    pages = read(put(tmp_path, *rows))
    assert copies_among(pages) == copies_among(pages[::-1])


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"text": 3}'])
def test_a_line_that_is_no_article_is_told_by_its_number(line: str, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": "x"}) + "\n" + line + "\n", "utf-8")
    with pytest.raises(FormError, match="line 2"):
        read(path)


def test_nothing_is_edited_at_a_share_of_none() -> None:
    assert whole_copy(TEXT, 0, ["marmalade"], random.Random(1)) == TEXT


def test_about_the_share_of_words_is_edited() -> None:
    words = [str(number) for number in range(3000)]
    out = edited(words, 0.3, ["marmalade"], random.Random(1))
    gone = 1 - len(set(out) & set(words)) / len(words)
    assert 0.17 < gone < 0.23  # left out or replaced; the last third of edits puts a word in
    assert out.count("marmalade") > 500


def test_a_lifted_third_stands_whole_in_its_host() -> None:
    text = lifted_third(TEXT, HOST, 0, ["marmalade"], random.Random(1))
    third = len(TEXT.split()) // 3
    parts = [" ".join(TEXT.split()[at : at + third]) for at in range(len(TEXT.split()) - third + 1)]
    assert any(part in text for part in parts)
    assert len(text.split()) == len(HOST.split()) + third


def test_copies_are_generated_alike_each_time() -> None:
    rows = [{"topic": topic, "event": str(topic), "full_text": text} for topic, text in enumerate((TEXT, HOST))]
    assert list(generated(rows, "third", 0.3)) == list(generated(rows, "third", 0.3))
    assert found(generated(rows, "whole", 0)) == (1.0, 1.0)


def test_twins_are_of_one_topic_and_two_events() -> None:
    rows = [{"topic": 1, "event": event, "full_text": event} for event in ("1a", "1a", "1b")]
    assert list(twins(rows)) == [("1a", "1b"), ("1a", "1b")]


@pytest.mark.shared
def test_what_the_bars_ask_for_is_reached(shared: Path) -> None:
    rows = articles(shared)
    assert found(twins(rows))[0] <= 0.01
    assert found(generated(rows, "whole", 0.3))[1] == 1
    assert found(generated(rows, "third", 0.3))[0] >= 0.96
