"""What one document gives, from bytes to rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.collect.read import source_text
from sayso.findings import Findings
from sayso.model import Document, Limits, Settings
from sayso.process import process
from sayso.verify import alignment_faults


def faults(document: Document, found: Findings) -> list[str]:
    out = []
    for article in found.articles:
        assert found.encoding
        source = source_text(document.data, found.encoding, article.part)
        out += list(alignment_faults(article.alignment, source, list(article.codecs)))
    return out


def documents(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".gz", ".zip"))


def test_every_form_of_the_sample_gives_articles_that_lead_back(sample: Path) -> None:
    forms = set()
    for path in documents(sample):
        document = Document(path.name, path.read_bytes(), "2026-04-01T00:00:00Z")
        found = process(document)
        forms.add(found.form)
        assert found.articles, path.name
        assert faults(document, found) == []
    assert len(forms) >= 6


def test_every_quote_stands_where_its_row_says(sample: Path) -> None:
    for path in documents(sample):
        found = process(Document(path.name, path.read_bytes()))
        texts = {article.id: article.text for article in found.articles}
        for row in found.statements:
            for span in (row.source, row.cue, *row.content):
                assert span is None or texts[row.article_id][span.start : span.end] == span.quote


def test_events_stand_where_their_rows_say_and_on_statements_of_the_document(sample: Path) -> None:
    roots = set()
    for path in documents(sample):
        found = process(Document(path.name, path.read_bytes()))
        texts = {article.id: article.text for article in found.articles}
        known = {row.id for row in found.statements}
        for row in found.events:
            places = [row.place.span] if row.place else []
            for span in (row.trigger, *places, *(span for *_, span in row.figures)):
                assert texts[row.article_id][span.start : span.end] == span.quote
            assert row.asserted_by is None or row.asserted_by in known
            roots.add(row.root)
    assert len(roots) >= 5


def test_who_did_what_to_whom_is_read_from_bytes() -> None:
    text = (
        "QUITO, May 14, 2025 - Peruvian troops shelled an Ecuadorean post on Monday, killing two soldiers.\n\n"
        "The foreign minister of Ecuador condemned the attack and recalled the ambassador from Lima on Tuesday.\n"
    )
    found = process(Document("x.txt", text.encode()))
    event = next(row for row in found.events if row.trigger.quote == "shelled")
    assert (event.root, event.mode, event.date) == ("ASSAULT", "heavy-weapons", "2025-05-12")
    assert [party.country for party in event.actors] == ["PER"]
    assert [party.country for party in event.recipients] == ["ECU"]
    assert [figure[:3] for figure in event.figures] == [("killed", 2, 2)]


def test_the_same_bytes_give_the_same_findings(sample: Path) -> None:
    for path in documents(sample):
        document = Document(path.name, path.read_bytes())
        assert process(document) == process(document)


def test_letter_swaps_are_read_and_left_as_they_are(sample: Path) -> None:
    found = process(Document("x", (sample / "13_ridge_voice_scraped.txt").read_bytes()))
    (article,) = found.articles
    assert "k1lled" in article.text
    assert "secu-rity" in article.text
    assert {repair.replacement for repair in article.repairs} >= {"killed", "attacks", "security"}
    assert "Close Menu" not in article.text
    assert "Forty Guns" not in article.text
    assert any(line.label != "body" for line in article.lines)


def test_other_languages_are_kept_and_give_no_rows() -> None:
    text = (
        "La ministre a annoncé jeudi que le gouvernement rouvrirait le pont dès que les canons auraient quitté la "
        "crête. « Nous tiendrons parole », a déclaré le porte-parole de l'armée devant la presse réunie dans la "
        "capitale du pays."
    )
    found = process(Document("x.txt", text.encode()))
    assert found.articles[0].language == "fr"
    assert found.statements == ()
    assert found.events == ()


def test_several_articles_of_a_document_are_numbered(sample: Path) -> None:
    found = process(Document("feed.xml", (sample / "05_ull_courier_feed.xml").read_bytes()))
    assert [article.uri for article in found.articles] == ["feed.xml#1", "feed.xml#2"]


def test_a_cut_off_file_keeps_its_good_records(sample: Path) -> None:
    found = process(Document("cut.jsonl", (sample / "14_cut_short.jsonl").read_bytes()))
    assert len(found.articles) == 1
    assert [(problem.stage, problem.code) for problem in found.problems] == [("read", "E303")]
    assert found.status == "partial"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E302"),
        (b" \n\t\r\n ", "E302"),
        (bytes(range(32)) * 40, "E301"),
        (b"%PDF-1.7\n\x00\x01\x02\xff" * 50, "E301"),
        (b"<html><head><title>Menu</title></head><body><nav><a href=/>Home</a></nav></body></html>", "E308"),
    ],
)
def test_what_cannot_be_read_is_quarantined_with_its_reason(data: bytes, code: str) -> None:
    found = process(Document("bad.bin", data))
    assert found.articles == ()
    assert [problem.code for problem in found.problems] == [code]
    assert found.status == "quarantined"
    assert "bad.bin" in found.problems[0].message


def test_a_text_beyond_the_limit_is_named() -> None:
    line = b"A sentence that goes on and on about the river. " * 60
    found = process(Document("long.txt", line), Settings(limits=Limits(text_chars=1000)))
    assert [problem.code for problem in found.problems] == ["E306"]
