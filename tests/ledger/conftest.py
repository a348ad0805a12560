"""A small ledger made by hand, without any reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.findings import Findings
from sayso.ledger import LedgerFolder, Sighting, publish
from sayso.model import Aligned, Article, Line, Problem, Span, Speaker, Statement, sha256_of

TEXT = "=SUM(A1) is no headline.\n\n“We did not fire,” Ana Roth said."


def findings(data: bytes, text: str) -> Findings:
    """One article of one document with one statement."""
    document = sha256_of(data)
    article = Article(
        f"a-{document[:8]}",
        document,
        "ignored.txt",
        1,
        Aligned.whole(text),
        title="=cmd|' /C calc'!A0",
        authors=("Mira Oss",),
        language="en",
        lines=(Line(0, 5, "body", 0.9),),
    )
    start = text.index("We")
    content = Span.of(text, start, start + 15)
    statement = Statement(
        f"s-{document[:8]}", article.id, document, "ignored.txt", None, None, (content,), (), (),
        ((content.start, content.end),), Speaker("Ana Roth", "person", resolved_by="name"), "denial", "DENY", "direct",
        negated=False, nested_in=None, confidence=0.8,
    )  # fmt: skip
    return Findings(document, "text/plain", "utf-8", "text", (article,), (statement,))


@pytest.fixture
def folder(tmp_path: Path) -> LedgerFolder:
    """A published ledger of two documents, one of them in quarantine."""
    made = LedgerFolder.create(tmp_path / "border")
    good, bad = TEXT.encode(), b"\x00\x01"
    for data in (good, bad):
        made.raw.put(sha256_of(data), data)
    problem = Problem("b.bin", "read", "E301", "b.bin: not text", sha256_of(bad))
    rows = [findings(good, TEXT), Findings(sha256_of(bad), problems=(problem,))]
    made.segments.add_sightings(
        [
            Sighting("z/copy.txt", sha256_of(good), "2026-03-01T00:00:00Z", bytes=len(good)),
            Sighting("a.txt", sha256_of(good), "2026-03-01T00:00:00Z", bytes=len(good)),
            Sighting("b.bin", sha256_of(bad), "2026-03-01T00:00:00Z", bytes=2),
            Sighting("gone.zip", code="E203", message="gone.zip: ends early"),
        ]
    )
    made.segments.add_documents([row.row("key") for row in rows])
    publish(made)
    return made
