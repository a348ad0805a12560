"""What bad input gets, from the file to the ledger: never a traceback, never a lost neighbour, a reason for each."""

from __future__ import annotations

import gzip
import io
import json
import multiprocessing
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sayso.build import build
from sayso.ledger import Ledger

GOOD = "The bridge at Tollen is open again for carts and traders.\n\n“It is open,” Mayor Lotte Bergh said on Monday.\n"
SECRET = "root-only words that must never be read"


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def warc(*bodies: str) -> bytes:
    out = b""
    for number, body in enumerate(bodies):
        page = f"<html><body><article><p>{body}</p></article></body></html>".encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(page), page)
        out += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n"
            b"WARC-Target-URI: http://a.example/%d\r\nContent-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n%b\r\n\r\n"
        ) % (number, number, len(http), http)
    return out


def made(folder: Path, name: str, data: bytes) -> Ledger:
    """A ledger of one bad document beside a good one."""
    docs = folder / "docs"
    docs.mkdir()
    (docs / name).write_bytes(data)
    (docs / "good.txt").write_text(GOOD, "utf-8")
    ledger = build(docs, ledger=folder / "border", workers=1)
    assert any(article["uri"].endswith("good.txt") for article in ledger.articles), "the neighbour is lost"
    return ledger


def codes(ledger: Ledger) -> set[str]:
    return {row["code"] for row in ledger.quarantine}


PROSE = " ".join(GOOD.split()) * 3

BAD: list[tuple[str, bytes, set[str]]] = [
    ("empty.txt", b"", {"E302"}),
    ("noise.txt", bytes(range(256)) * 64, {"E301"}),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(200), {"E301"}),
    (
        "cut.json",
        json.dumps([{"title": "One", "text": PROSE}, {"title": "Two", "text": PROSE}])[:-40].encode(),
        {"E303"},
    ),
    ("nested.json", b"[" * 1_000_000, {"E303", "E307"}),
    ("nested.html", b"<div>" * 1_000_000 + b"deep down", {"E307", "E308"}),
    ("cut.warc", warc(PROSE, PROSE)[:-150], {"E203"}),
    ("cut.gz", gzip.compress(PROSE.encode() * 50)[:-20], {"E203"}),
    ("cut.zip", zipped({"a.txt": PROSE.encode(), "b.txt": PROSE.encode()})[:-60], {"E203"}),
    ("bomb.gz", gzip.compress(bytes(80_000_000)), {"E202", "E204"}),
    ("bomb.zip", zipped({"a.txt": bytes(80_000_000), "b.txt": PROSE.encode()}), {"E202", "E204"}),
    ("slip.zip", zipped({"../../evil.txt": b"out", "/etc/evil.txt": b"out", "in.txt": PROSE.encode()}), {"E205"}),
    (
        "protected.json",
        json.dumps(
            {"id": 1, "title": {"rendered": "Closed"}, "content": {"rendered": "", "protected": True}, "type": "post"}
        ).encode(),
        {"E305"},
    ),
]


@pytest.mark.parametrize(("name", "data", "expected"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_document_is_quarantined_by_name_and_its_neighbour_read(
    tmp_path: Path, name: str, data: bytes, expected: set[str]
) -> None:
    ledger = made(tmp_path, name, data)
    assert codes(ledger) & expected
    assert codes(ledger) <= expected
    for row in ledger.quarantine:
        assert name in row["uri"]
        assert name in row["message"]
    assert not list(tmp_path.rglob("evil.txt"))


def test_good_records_before_a_break_are_kept(tmp_path: Path) -> None:
    records = [json.dumps({"title": f"No {at}", "text": f"{PROSE} {at}"}) for at in range(5)]
    ledger = made(tmp_path, "cut.jsonl", "\n".join(records).encode()[:-30])
    assert sum("cut.jsonl" in article["uri"] for article in ledger.articles) == 4


def test_a_line_of_50_megabytes_costs_only_itself(tmp_path: Path) -> None:
    ledger = made(tmp_path, "line.txt", b"word and word " * 3_600_000)
    assert codes(ledger) == {"E306"}


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>',
        '<!DOCTYPE rss [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;">]>',
        '<!DOCTYPE rss SYSTEM "file://{secret}">',
    ],
)
def test_entities_of_a_feed_are_not_expanded(tmp_path: Path, dtd: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    feed = (
        f'<?xml version="1.0"?>{dtd.format(secret=secret)}<rss version="2.0"><channel><title>T</title>'
        f"<item><title>One</title><description>{PROSE} &x; &z;</description></item></channel></rss>"
    )
    ledger = made(tmp_path, "feed.xml", feed.encode())
    texts = " ".join(article["text"] for article in ledger.articles)
    assert SECRET not in texts
    assert "haha" not in texts


def test_a_wrong_charset_label_does_not_garble_the_text(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{PROSE} Ulmär</p></article></body></html>'
    ledger = made(tmp_path, "page.html", page.encode())
    assert any("Ulmär" in article["text"] and "“It is open,”" in article["text"] for article in ledger.articles)


def test_an_address_of_a_private_network_is_refused(tmp_path: Path) -> None:
    ledger = build("http://127.0.0.1:9/", "http://[::1]/", ledger=tmp_path / "border", workers=1)
    assert codes(ledger) == {"E206"}
    assert len(ledger.quarantine) == 2


def _build_slowly(folder: str, ledger: str) -> None:
    build(folder, ledger=ledger, workers=1, work=_slow)


def _slow(job: Any) -> dict[str, Any]:
    from sayso.build import work_on

    time.sleep(1)
    return work_on(job)


def test_of_two_builds_at_once_the_second_waits(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    context = multiprocessing.get_context("spawn")
    first = context.Process(target=_build_slowly, args=(str(tmp_path / "good.txt"), str(tmp_path / "border")))
    first.start()
    while not (tmp_path / "border/findings").exists():
        time.sleep(0.05)
    (tmp_path / "more.txt").write_text(GOOD.replace("Monday", "Tuesday"), "utf-8")
    ledger = build(tmp_path / "more.txt", ledger=tmp_path / "border", workers=1)
    first.join()
    assert first.exitcode == 0
    assert len(ledger.articles) == 2
