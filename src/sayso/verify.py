"""What is checked of a ledger, step by step: every stored hash, every span, every way back to the original.

seal of ledger.sqlite · seals of findings · hash of every document · every run of every alignment · every quote of
findings · every quote of rows that stand across documents
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sayso.collect.read import source_text
from sayso.errors import LedgerError, SaysoError, VerificationError
from sayso.ledger import Database, LedgerFolder, is_sealed
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
    broken, unsealed = list(_broken_segments(folder)), list(_broken_database(folder))
    result.failures += [*broken, *unsealed]
    if folder.database_path.exists() and not unsealed:
        _verify_published(folder, result)
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


def _verify_published(folder: LedgerFolder, result: Verification) -> None:
    try:
        published = _Published(Database(folder.database_path))
        for fault in published.faults(result):
            result.failures.append(VerificationError("E602", f"{folder.database_path}: {fault}"))
    except LedgerError as error:
        result.failures.append(error)


class _Published:
    """What rows across documents quote, each in the articles that it may stand in."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.row = lru_cache(20_000)(self._row)

    def _row(self, row_id: str) -> Row:
        found = self.database.row(row_id)
        return found[1] if found and found[1]["id"] == row_id else {}

    def faults(self, result: Verification) -> Iterator[str]:
        """Where words are not what the text has; `result` counts how many were looked up."""
        for table in ("links", "commitments", "happenings"):
            for row in self.database.rows(table):
                for ids, quote, at in _quoted_across(table, row):
                    result.spans += 1
                    if not any(_stands(quote, at, text) for row_id in ids for text in self._texts(row_id)):
                        yield f"{table} {row['id']} quotes {quote!r}, the article reads otherwise"

    def _texts(self, row_id: str) -> Iterator[str]:
        """The text of an article, of the article that a row stands in, or of those of a claim's statements."""
        row = self.row(row_id)
        if "text" in row and "document_id" in row:
            yield row["text"]
        elif "article_id" in row:
            yield from self._texts(row["article_id"])
        for asserted in row.get("asserted", ()):
            yield from self._texts(asserted)


def _quoted_across(table: str, row: Row) -> Iterator[tuple[tuple[str, ...], str, tuple[int, int] | None]]:
    """What a row quotes, with the rows in whose articles it may stand, and where."""
    if table == "links":
        yield from (((row["from"],), span["quote"], (span["start"], span["end"])) for span in row["evidence"])
    elif table == "commitments":
        yield from (((one["article_id"],), one["quote"], tuple(one["at"])) for one in row["mentions"])
    else:
        yield from (((toll["row"],), toll["words"], None) for toll in row["tolls"] if toll["words"])


def _stands(quote: str, at: tuple[int, int] | None, text: str) -> bool:
    return text[at[0] : at[1]] == quote if at else quote in text


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
    for kind, anchor in (("event", "trigger"), ("commitment", "terms")):
        for found in row.get(f"{kind}s") or ():
            for fault in _anchor_faults(found, anchor, *articles[found["article_id"]], result):
                raise VerificationError("E602", f"{found['uri']}: {kind} {found['id']}: {fault}")


def _anchor_faults(row: Row, anchor: str, article: Row, alignment: Aligned, result: Verification) -> Iterator[str]:
    """Of a row that stands on one span, whose place in the document it tells: that span, and any other in it."""
    for span in _spans_in(row):
        result.spans += 1
        if article["text"][span["start"] : span["end"]] != span["quote"]:
            yield f"a span reads {span['quote']!r}, the article reads otherwise"
    span = row[anchor]
    if [list(alignment.raw(span["start"], span["end"]))] != row[f"raw_{anchor}"]:
        yield f"its {anchor} lead to {row[f'raw_{anchor}']} in the document, the alignment elsewhere"


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


_READ_BACK = ("source", "cue", "content")
"""Spans of a statement whose place in the document it tells."""


def _statement_faults(statement: Row, article: Row, alignment: Aligned, result: Verification) -> Iterator[str]:
    for span in _spans_in([value for key, value in statement.items() if key not in _READ_BACK]):
        result.spans += 1
        if article["text"][span["start"] : span["end"]] != span["quote"]:
            yield f"a span reads {span['quote']!r}, the article reads otherwise"
    for role in _READ_BACK:
        spans = statement[role] if role == "content" else [statement[role]] if statement[role] else []
        for span, raw in zip(spans, statement["raw"][role], strict=True):
            result.spans += 1
            if article["text"][span["start"] : span["end"]] != span["quote"]:
                yield f"{role} reads {span['quote']!r}, the article reads otherwise"
            elif list(alignment.raw(span["start"], span["end"])) != raw:
                yield f"{role} leads to {raw} in the document, the alignment elsewhere"
