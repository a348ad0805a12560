"""What is checked of a ledger, step by step: every stored hash, every span, every way back to the original.

seal of ledger.sqlite · seals of findings · hash of every document · every run of every alignment · every quote
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.collect.read import source_text
from sayso.errors import SaysoError, VerificationError
from sayso.ledger import LedgerFolder, is_sealed
from sayso.model import Aligned, AlignmentError, Run, decode, sha256_of

__all__ = ["Verification", "alignment_faults", "verify"]

Row = dict[str, Any]


@dataclass
class Verification:
    """How much was checked, and what is no longer as it was."""

    documents: int = 0
    articles: int = 0
    spans: int = 0
    failures: list[SaysoError] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Is everything as it was stored?"""
        return not self.failures


def verify(folder: LedgerFolder) -> Verification:
    """Recompute every hash and every span of a ledger; failures are collected, so that one run names them all."""
    result = Verification()
    broken = list(_broken_segments(folder))
    result.failures += [*broken, *_broken_database(folder)]
    if broken:
        return result  # what changed cannot be read for what it said
    seen = {row.document_id for row in folder.segments.sightings() if row.document_id and row.code is None}
    for row in folder.segments.findings():
        result.documents += 1
        seen.discard(row["document_id"])
        try:
            _verify_document(folder, row, result)
        except VerificationError as error:
            result.failures.append(error)
    for document_id in sorted(seen):  # collected, not worked yet
        try:
            folder.raw.get(document_id)
        except VerificationError as error:
            result.failures.append(error)
    return result


def _broken_segments(folder: LedgerFolder) -> Iterator[SaysoError]:
    for kind in ("documents", "sightings"):
        for path in folder.segments.paths(kind):
            seal = path.stem.rpartition("-")[2]
            if not sha256_of(path.read_bytes()).startswith(seal):
                yield VerificationError("E601", f"{path}: its bytes no longer hash to {seal}…")


def _broken_database(folder: LedgerFolder) -> Iterator[SaysoError]:
    if folder.database_path.exists() and not is_sealed(folder):
        yield VerificationError("E601", f"{folder.database_path}: its bytes no longer hash to its seal")


def _verify_document(folder: LedgerFolder, row: Row, result: Verification) -> None:
    data = folder.raw.get(row["document_id"])
    articles = {}
    for article in row["articles"]:
        result.articles += 1
        try:
            source = source_text(data, row["encoding"], article["part"])
        except LookupError as error:
            raise VerificationError("E602", f"{article['uri']}: it has no part {article['part']!r}") from error
        alignment = _alignment(article)
        articles[article["id"]] = article, alignment
        for fault in alignment_faults(alignment, source, article["codecs"]):
            raise VerificationError("E602", f"{article['uri']}: {fault}")
    for statement in row["statements"]:
        for fault in _statement_faults(statement, *articles[statement["article_id"]], result):
            raise VerificationError("E602", f"{statement['uri']}: statement {statement['id']}: {fault}")
    for event in row["events"]:
        for fault in _event_faults(event, *articles[event["article_id"]], result):
            raise VerificationError("E602", f"{event['uri']}: event {event['id']}: {fault}")


def _event_faults(event: Row, article: Row, alignment: Aligned, result: Verification) -> Iterator[str]:
    for span in _spans_in(event):
        result.spans += 1
        if article["text"][span["start"] : span["end"]] != span["quote"]:
            yield f"a span reads {span['quote']!r}, the article reads otherwise"
    trigger = event["trigger"]
    if [list(alignment.raw(trigger["start"], trigger["end"]))] != event["raw_trigger"]:
        yield f"the trigger leads to {event['raw_trigger']} in the document, the alignment elsewhere"


def _spans_in(value: Any) -> Iterator[Row]:
    """Every span inside a row."""
    if isinstance(value, list):
        for item in value:
            yield from _spans_in(item)
    elif isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        else:
            yield from _spans_in(list(value.values()))


def _alignment(article: Row) -> Aligned:
    numbers = article["runs"]
    return Aligned(article["text"], tuple(Run(*numbers[at : at + 4]) for at in range(0, len(numbers), 4)))


def alignment_faults(alignment: Aligned, source: str, codecs: list[str]) -> Iterator[str]:
    """Where an alignment does not lead from its text to the source text it was made from; nothing where it does.

    White space may stand for any other white space, since folding does so; nothing else may differ.
    """
    try:
        alignment.check(len(source))
    except AlignmentError as error:
        yield str(error)
        return
    for run in alignment.runs:
        text, raw = alignment.text[run.start : run.end], source[run.raw_start : run.raw_end]
        if _reads(text, raw) or (text.isspace() and not decode_safely(raw, codecs).strip()):
            continue
        if not _reads(text, decode_safely(raw, codecs)):
            yield f"characters {run.start} to {run.end} read {text!r}, their source reads {raw!r}"


def decode_safely(raw: str, codecs: list[str]) -> str:
    """A raw stretch spelled out; what no longer spells anything gives itself."""
    try:
        return decode(raw, codecs)
    except ValueError:
        return raw


def _reads(text: str, raw: str) -> bool:
    if text == raw:
        return True
    same = zip(text, raw, strict=False)
    return len(text) == len(raw) and all(a == b or (a.isspace() and b.isspace()) for a, b in same)


def _statement_faults(statement: Row, article: Row, alignment: Aligned, result: Verification) -> Iterator[str]:
    for role in ("source", "cue", "content"):
        spans = statement[role] if role == "content" else [statement[role]] if statement[role] else []
        for span, raw in zip(spans, statement["raw"][role], strict=True):
            result.spans += 1
            if article["text"][span["start"] : span["end"]] != span["quote"]:
                yield f"{role} reads {span['quote']!r}, the article reads otherwise"
            elif list(alignment.raw(span["start"], span["end"])) != raw:
                yield f"{role} leads to {raw} in the document, the alignment elsewhere"
