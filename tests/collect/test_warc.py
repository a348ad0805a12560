from __future__ import annotations

import gzip
import io
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect import collect
from sayso.model import Document, Limits, Problem
from tests.collect.made import TEXT, http_response, problems, rows, warc_record

HTML = f"<!doctype html><title>Weir</title><p>{TEXT}</p>".encode()
INFO = warc_record("warcinfo", "", b"software: a crawler\r\n", content_type="application/warc-fields")


def page(number: int, body: bytes = HTML, *headers: str, status: str = "200 OK") -> bytes:
    headers = headers or ("Content-Type: text/html; charset=utf-8",)
    return warc_record("response", f"https://weir.example/{number}", http_response(body, *headers, status=status))


def collected(data: bytes, limits: Limits | None = None) -> list[Document | Problem]:
    return list(collect(["-"], limits=limits or Limits(), stdin=io.BytesIO(data)))


def bodies(data: bytes, limits: Limits | None = None) -> list[bytes]:
    found = collected(data, limits)
    assert problems(found) == []
    return [row.data for row in found if isinstance(row, Document)]


def chunked(body: bytes, size: int = 20) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;note=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_response_is_a_document_with_its_address_its_type_and_its_date(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(pack(INFO) + pack(page(1)) if pack is gzip.compress else INFO + page(1))
    [found] = rows(path)
    assert found == Document(
        f"{path.as_posix()}!/2", HTML, "2026-01-07T11:40:00Z", "text/html; charset=utf-8", "https://weir.example/1"
    )


def test_transfer_and_content_encodings_are_undone_and_the_next_record_is_not_lost() -> None:
    kind = "Content-Type: text/html"
    packed, bare = gzip.compress(HTML), zlib.compress(HTML, wbits=-15)
    crawl = b"".join(
        (
            page(1, chunked(packed), kind, "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
            page(2, packed, kind, "content-encoding:gzip"),
            page(3, zlib.compress(HTML), kind, "Content-Encoding: deflate"),
            page(4, bare, kind, "Content-Encoding: deflate"),
            page(5, chunked(HTML), kind, "Transfer-Encoding: chunked"),
            page(6, HTML),
        )
    )
    assert bodies(crawl) == [HTML] * 6


def test_brotli_is_undone() -> None:
    brotli = b"\x0b\x02\x80hello\x03"
    assert bodies(page(1, brotli, "Content-Type: text/plain", "Content-Encoding: br")) == [b"hello"]


def test_encodings_that_the_crawler_undid_already_are_left_alone() -> None:
    kind = "Content-Type: text/html"
    crawl = page(1, HTML, kind, "Content-Encoding: gzip", "Transfer-Encoding: chunked") + page(
        2, HTML, kind, "Content-Encoding: br"
    )
    assert bodies(crawl) == [HTML, HTML]


def test_only_pages_that_were_found_and_may_hold_text_are_taken() -> None:
    crawl = b"".join(
        (
            page(1, HTML, "Content-Type: text/html", status="404 Not Found"),
            page(2, b"", "Location: /3", status="301 Moved Permanently"),
            page(3, b"\x89PNG", "Content-Type: image/png"),
            page(4, b"body {}", "Content-Type: text/css"),
            page(5, b"<svg/>", "Content-Type: image/svg+xml"),
            page(6, b"{}", "Content-Type: application/ld+json"),
            page(7, b"<rss/>", "Content-Type: application/rss+xml"),
            page(8, b"plain", "Content-Type: text/plain"),
            page(9, b"untold", "Server: none"),
            warc_record("request", "https://weir.example/1", b"GET / HTTP/1.1\r\n\r\n"),
            warc_record("resource", "file:///a.txt", b"a resource", content_type="text/plain"),
            warc_record("resource", "file:///a.png", b"\x89PNG", content_type="image/png"),
            warc_record("response", "dns:weir.example", b"weir.example. A", content_type="text/dns"),
        )
    )
    assert bodies(crawl) == [b"{}", b"<rss/>", b"plain", b"untold", b"a resource"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_records_before_a_cut_are_kept_and_the_cut_is_told_once(pack: Callable[[bytes], bytes]) -> None:
    noise = random.Random(3).randbytes(200_000).hex().encode()
    records = [pack(INFO), pack(page(1)), pack(page(2)), pack(page(3, noise))]
    whole = b"".join(records)
    for cut in (len(records[3]) // 2, len(records[3]) - 150, 300, 60, 20):
        found = collected(whole[:-cut])
        assert [row.data for row in found if isinstance(row, Document)] == [HTML, HTML]
        assert [code for _, code in problems(found)] == ["E203"]


def test_a_cut_in_a_record_that_holds_no_page_is_told_too() -> None:
    ask = warc_record("request", "https://weir.example/1", b"GET / HTTP/1.1\r\nHost: weir.example\r\n\r\n")
    found = collected(page(1) + ask[:-20])
    assert [row.data for row in found if isinstance(row, Document)] == [HTML]
    assert [code for _, code in problems(found)] == ["E203"]
    assert bodies(page(1) + ask + page(2)) == [HTML, HTML]


def test_a_broken_record_is_told() -> None:
    found = collected(page(1) + b"<html>no record</html>\r\n\r\n" + page(2))
    assert [row.data for row in found if isinstance(row, Document)] == [HTML]
    assert [code for _, code in problems(found)] == ["E203"]


def test_a_page_over_the_limit_is_a_problem_and_its_neighbours_come() -> None:
    large = page(2, b"x" * 1_200_000, "Content-Type: text/plain")
    found = collected(page(1) + large + page(3), Limits(document_mb=1))
    assert [row.data for row in found if isinstance(row, Document)] == [HTML, HTML]
    assert problems(found) == [("-!/2", "E202")]


def test_a_bomb_in_a_page_is_stopped_and_its_neighbours_come() -> None:
    bomb = page(2, gzip.compress(bytes(30_000_000)), "Content-Type: text/html", "Content-Encoding: gzip")
    found = collected(page(1) + bomb + page(3))
    assert [row.data for row in found if isinstance(row, Document)] == [HTML, HTML]
    assert problems(found) == [("-!/2", "E204")]


def test_a_damaged_body_is_kept_as_far_as_it_goes_and_told() -> None:
    packed = gzip.compress(random.Random(5).randbytes(90_000).hex().encode())
    crawl = page(1, packed[:50_000], "Content-Type: text/plain", "Content-Encoding: gzip") + page(2)
    part, problem, whole = collected(crawl)
    assert isinstance(part, Document)
    assert isinstance(problem, Problem)
    assert isinstance(whole, Document)
    assert len(part.data) > 80_000
    assert (problem.code, problem.document_id, whole.data) == ("E203", part.sha256, HTML)


def test_an_encoding_that_is_not_read_is_told() -> None:
    found = collected(page(1, b"?", "Content-Type: text/html", "Content-Encoding: compress") + page(2))
    assert [row.data for row in found if isinstance(row, Document)] == [HTML]
    assert problems(found) == [("-!/1", "E203")]


CRAWL = INFO + page(1) + page(2, chunked(gzip.compress(HTML, mtime=0)), "Transfer-Encoding: chunked") + page(3)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), max_size=5), st.integers(0, 5_000))
def test_no_damage_raises(edits: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(CRAWL)
    for at, value in edits:
        data[at % len(data)] = value
    assert isinstance(collected(bytes(data)[: len(data) - cut % len(data)]), list)
