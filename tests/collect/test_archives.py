from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collect import collect
from sayso.collect.archives import form_of
from sayso.collect.streams import Stream
from sayso.model import Document, Limits, Problem, sha256_of
from tests.collect.made import TEXT, documents, problems, rows, tarred, zipped

PAGES = {"a.txt": TEXT, "inner/b.html": "<p>Both banks are quiet.</p>", "c.txt": "The last word."}
BYTES = {name: text.encode() for name, text in PAGES.items()}
NOISE = random.Random(7).randbytes(40_000)
"""Bytes that do not compress, so that a cut falls where a test wants it."""


def stored(folder: Path, data: bytes, name: str = "x.bin") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def collected(data: bytes, limits: Limits | None = None) -> list[Document | Problem]:
    return list(collect(["-"], limits=limits or Limits(), stdin=io.BytesIO(data)))


def inside(data: bytes, limits: Limits | None = None) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    found = collected(data, limits)
    return {uri.removeprefix("-!/"): raw for uri, raw in documents(found).items()}, problems(found)


# What an archive is told by


@pytest.mark.parametrize(
    "make", [zipped, tarred, lambda pages: gzip.compress(tarred(pages)), lambda p: bz2.compress(tarred(p))]
)
def test_archives_are_told_by_content_whatever_their_name(
    make: Callable[[dict[str, str]], bytes], tmp_path: Path
) -> None:
    path = stored(tmp_path, make(PAGES), "minutes.txt")
    assert documents(rows(path)) == {f"minutes.txt!/{name}": raw for name, raw in BYTES.items()}


def test_a_tar_from_before_ustar_is_told_by_its_checksum() -> None:
    block = bytearray(tarred({"a.txt": TEXT}))
    block[257:265] = bytes(8)
    block[148:156] = b" " * 8
    block[148:156] = f"{sum(block[:512]):06o}\0 ".encode()
    assert inside(bytes(block)) == ({"a.txt": TEXT.encode()}, [])


@pytest.mark.parametrize(
    "text", [b"", b"PK is short for pack.", b"BZh is no word", b"WARC/ is a form", bytes(1024), b"x" * 1024]
)
def test_what_only_looks_like_an_archive_is_a_document(text: bytes) -> None:
    assert form_of(Stream(io.BytesIO(text).read)) is None


def test_an_office_file_is_one_document_although_it_is_a_zip() -> None:
    docx = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})
    odt = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"})
    assert inside(zipped({"a.docx": docx, "b.odt": odt}))[0] == {"a.docx": docx, "b.odt": odt}


@pytest.mark.parametrize(("compress", "ending"), [(gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz")])
def test_a_compressed_file_holds_the_file_of_its_name(
    compress: Callable[[bytes], bytes], ending: str, tmp_path: Path
) -> None:
    path = stored(tmp_path, compress(TEXT.encode()), f"file.txt.{ending}")
    assert documents(rows(path)) == {f"file.txt.{ending}!/file.txt": TEXT.encode()}


def test_members_of_a_gzip_file_are_joined_and_its_padding_is_none() -> None:
    joined = gzip.compress(b"one ") + gzip.compress(b"") + gzip.compress(b"two") + bytes(700)
    assert inside(joined) == ({"-": b"one two"}, [])


def test_archives_in_archives_are_opened_and_named_step_by_step() -> None:
    nested = zipped({"b.tar": tarred({"c.txt": TEXT, "d.zip": zipped({"e.txt": "x"})}), "f.txt": "y"})
    assert inside(nested)[0] == {"b.tar!/c.txt": TEXT.encode(), "b.tar!/d.zip!/e.txt": b"x", "f.txt": b"y"}


def test_hidden_entries_stay_out_as_hidden_files_do() -> None:
    pages = {"a.txt": TEXT, ".DS_Store": "x", "__MACOSX/._a.txt": "x", "in/.git/config": "x"}
    assert list(inside(zipped(pages))[0]) == list(inside(tarred(pages))[0]) == ["a.txt"]


# When an entry is from


def times(data: bytes, tmp_path: Path) -> list[str | None]:
    path = stored(tmp_path, data)
    os.utime(path, (1_767_786_000,) * 2)
    return [row.collected_at for row in rows(path) if isinstance(row, Document)]


def test_an_entry_has_its_own_time_or_else_the_time_of_its_archive(tmp_path: Path) -> None:
    assert times(zipped({"a": TEXT}), tmp_path) == ["2025-03-04T05:06:08Z"]
    assert times(zipped({"a": TEXT}, date=(1980, 1, 1)), tmp_path) == ["2026-01-07T11:40:00Z"]
    assert times(tarred({"a": TEXT}), tmp_path) == ["2025-02-19T21:20:00Z"]
    assert times(tarred({"a": TEXT}, mtime=0), tmp_path) == ["2026-01-07T11:40:00Z"]
    assert times(gzip.compress(TEXT.encode()), tmp_path) == ["2026-01-07T11:40:00Z"]


def test_the_utc_time_of_a_unix_archiver_goes_before_the_wall_clock(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt", (2025, 3, 4, 5, 6, 8))
        info.extra = struct.pack("<HHBI", 0x5455, 5, 1, 1_740_000_000)
        archive.writestr(info, TEXT)
    assert times(out.getvalue(), tmp_path) == ["2025-02-19T21:20:00Z"]


# Damage: what stands before the break is kept, and there is one problem


def test_a_gzip_file_cut_short_gives_what_came_before(tmp_path: Path) -> None:
    path = stored(tmp_path, gzip.compress(NOISE)[:30_000], "a.txt.gz")
    document, problem = rows(path)
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert len(document.data) > 25_000
    assert NOISE.startswith(document.data)
    assert (problem.code, problem.document_id) == ("E203", sha256_of(document.data))
    assert "ends early" in problem.message


def test_a_gzip_file_with_something_else_behind_it_gives_all_of_itself() -> None:
    assert inside(gzip.compress(b"words") + b"<html>") == ({"-": b"words"}, [("-!/-", "E203")])


def test_a_gzip_file_whose_checksum_fails_gives_what_came_before() -> None:
    whole = bytearray(gzip.compress(TEXT.encode()))
    whole[-8] ^= 0xFF
    assert inside(bytes(whole)) == ({"-": TEXT.encode()[:-1]}, [("-!/-", "E203")])


def test_a_compressed_tar_whose_checksum_fails_is_told_although_all_entries_came() -> None:
    whole = bytearray(gzip.compress(tarred(PAGES)))
    whole[-8] ^= 0xFF
    assert inside(bytes(whole)) == (BYTES, [("-", "E203")])


def test_a_tar_behind_a_tar_is_told() -> None:
    assert inside(tarred(PAGES) + tarred({"d.txt": TEXT})) == (BYTES, [("-", "E203")])


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_a_tar_cut_short_gives_what_came_before(pack: Callable[[bytes], bytes]) -> None:
    whole = pack(tarred({"a.txt": NOISE[:20_000], "b.txt": NOISE[20_000:], "c.txt": TEXT}))
    kept, told = inside(whole[: len(whole) * 7 // 10])
    if pack is not bz2.compress:  # which gives out whole blocks of 900 kB
        assert kept["a.txt"] == NOISE[:20_000]
        assert NOISE[20_000:].startswith(kept["b.txt"])
    assert "c.txt" not in kept
    assert [code for _, code in told] == ["E203"]


def test_a_tar_cut_between_entries_is_told() -> None:
    whole = tarred({"a.txt": NOISE[:512], "b.txt": TEXT})
    assert inside(whole[:1024]) == ({"a.txt": NOISE[:512]}, [("-", "E203")])


def test_a_tar_with_a_broken_header_in_the_middle_is_told() -> None:
    whole = tarred({"a.txt": NOISE[:512], "b.txt": TEXT})
    assert inside(whole[:1024] + b"\xff" * 512 + whole[1536:]) == ({"a.txt": NOISE[:512]}, [("-", "E203")])


def test_a_zip_without_its_directory_is_read_by_its_headers() -> None:
    whole = zipped(PAGES)
    assert inside(whole[: whole.index(b"PK\x01\x02")]) == (BYTES, [("-", "E203")])


def test_a_zip_cut_short_in_an_entry_gives_that_entry_as_far_as_it_goes() -> None:
    whole = zipped({"a.txt": TEXT, "b.txt": NOISE, "c.txt": TEXT})
    kept, told = inside(whole[:30_000])
    assert kept["a.txt"] == TEXT.encode()
    assert NOISE.startswith(kept["b.txt"])
    assert len(kept["b.txt"]) > 20_000
    assert told == [("-!/b.txt", "E203")]


def test_a_streamed_zip_whose_sizes_follow_is_recovered_too() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in PAGES.items():
            archive.writestr(name, text)
    whole = out.getvalue()
    assert inside(whole) == (BYTES, [])
    assert inside(whole[: whole.index(b"PK\x01\x02")]) == (BYTES, [("-", "E203")])


def test_a_damaged_entry_does_not_harm_its_neighbours() -> None:
    whole = bytearray(zipped({"a.txt": TEXT, "b.txt": NOISE, "c.txt": TEXT}, zipfile.ZIP_STORED))
    whole[whole.index(NOISE[:100]) + 500] ^= 0xFF
    kept, told = inside(bytes(whole))
    assert list(kept) == ["a.txt", "b.txt", "c.txt"]
    assert told == [("-!/b.txt", "E203")]


def test_a_zip_within_an_archive_cut_short_is_told_once() -> None:
    inner = zipped({"a.txt": TEXT, "b.txt": NOISE})
    kept, told = inside(gzip.compress(inner)[:20_000])
    assert kept["-!/a.txt"] == TEXT.encode()
    assert [code for _, code in told] == ["E203"]


# Bombs: stopped by ratio, bytes, entries and depth


def test_a_gzip_bomb_is_stopped_by_its_ratio_without_being_expanded() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < 60_000
    assert inside(bomb) == ({}, [("-!/-", "E204")])


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_in_a_tar_ends_that_archive_and_is_told_once(compress: Callable[[bytes], bytes]) -> None:
    bomb = compress(tarred({"a.txt": bytes(30_000_000), "b.txt": TEXT}))
    kept, told = inside(bomb)
    assert "b.txt" not in kept
    assert [code for _, code in told] == ["E204"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_bomb_in_a_zip_is_stopped_and_its_neighbours_come(method: int) -> None:
    whole = zipped({"a.txt": TEXT, "b.txt": bytes(30_000_000), "c.txt": NOISE * 5, "d.txt": TEXT}, method)
    kept, told = inside(whole)
    assert list(kept) == ["a.txt", "c.txt", "d.txt"]
    assert told == [("-!/b.txt", "E204")]


def test_entries_that_share_their_bytes_are_stopped_by_the_ratio_of_the_archive() -> None:
    """The directory lists one stored entry a thousand times, as David Fifield's overlapping bomb does."""
    one = zipped({"a.txt": NOISE}, zipfile.ZIP_STORED)
    at = one.index(b"PK\x01\x02")
    listing = one[at : one.index(b"PK\x05\x06")]
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1000, 1000, len(listing) * 1000, at, 0)
    kept, told = inside(one[:at] + listing * 1000 + end, Limits(archive_ratio=20))
    assert sum(map(len, kept.values())) < 3_000_000
    assert told == [("-!/a.txt", "E204")]


def test_what_an_archive_says_of_its_size_is_not_believed() -> None:
    whole = bytearray(zipped({"a.txt": bytes(30_000_000), "b.txt": TEXT}))
    at = whole.index(b"PK\x01\x02")
    whole[at + 24 : at + 28] = struct.pack("<I", 10)
    assert inside(bytes(whole)) == ({"b.txt": TEXT.encode()}, [("-!/a.txt", "E204")])


def test_all_archives_of_a_source_share_one_allowance_of_bytes() -> None:
    part = gzip.compress(NOISE * 10)
    kept, told = inside(zipped({f"{n}.gz": part for n in range(8)}), Limits(archive_mb=2))
    assert 1 <= len(kept) <= 4
    assert [code for _, code in told] == ["E204"]


def test_entries_are_counted() -> None:
    pages = {f"{number}.txt": str(number) for number in range(30)}
    for data in (zipped(pages), tarred(pages)):
        kept, told = inside(data, Limits(archive_entries=20))
        assert len(kept) <= 20
        assert told == [("-", "E204")]


def test_depth_is_counted_and_neighbours_come() -> None:
    deep = zipped({"x.txt": TEXT})
    for name in ("d.zip", "c.zip", "b.zip"):
        deep = zipped({name: deep, f"beside-{name}.txt": TEXT})
    kept, told = inside(deep)
    assert list(kept) == ["b.zip!/c.zip!/beside-d.zip.txt", "b.zip!/beside-c.zip.txt", "beside-b.zip.txt"]
    assert told == [("-!/b.zip!/c.zip!/d.zip", "E204")]


def test_an_xz_file_that_asks_for_much_memory_is_refused() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 29}]
    assert inside(lzma.compress(TEXT.encode(), filters=filters))[1] == [("-!/-", "E204")]


def test_a_tar_header_that_claims_gigabytes_is_not_read_whole() -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    block = info.tobuf(tarfile.GNU_FORMAT)
    assert inside(tarred({"a.txt": NOISE[:512]})[:1024] + block + bytes(4096)) == (
        {"a.txt": NOISE[:512]},
        [("-", "E203")],
    )


def test_a_document_over_the_limit_in_an_archive_is_passed_by() -> None:
    pages: dict[str, str | bytes] = {"a.txt": TEXT, "b.txt": NOISE * 30, "c.txt": TEXT}
    for data in (zipped(pages), tarred(pages), gzip.compress(tarred(pages))):
        kept, told = inside(data, Limits(document_mb=1))
        assert list(kept) == ["a.txt", "c.txt"]
        assert told == [("-!/b.txt", "E202")]


# Entries that are refused


@pytest.mark.parametrize("name", ["../evil.txt", "in/../../evil.txt", "/etc/evil", "C:\\evil.txt", "..\\evil.txt"])
def test_an_entry_that_leads_out_of_its_archive_is_refused_and_its_neighbours_come(name: str, tmp_path: Path) -> None:
    pages = {name: "x", "a.txt": TEXT}
    for data in (zipped(pages), tarred(pages)):
        kept, told = inside(data)
        assert list(kept) == ["a.txt"]
        assert told == [(f"-!/{name}", "E205")]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_in_a_tar_are_refused(kind: bytes) -> None:
    odd = tarfile.TarInfo("odd")
    odd.type, odd.linkname = kind, "/etc/passwd"
    assert inside(tarred({"odd": odd, "a.txt": TEXT})) == ({"a.txt": TEXT.encode()}, [("-!/odd", "E205")])


def test_a_link_in_a_zip_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("odd")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", TEXT)
    assert inside(out.getvalue()) == ({"a.txt": TEXT.encode()}, [("-!/odd", "E205")])


def test_an_encrypted_entry_is_refused_and_its_neighbours_come() -> None:
    whole = bytearray(zipped({"a.txt": "secret", "b.txt": TEXT}))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    assert inside(bytes(whole)) == ({"b.txt": TEXT.encode()}, [("-!/a.txt", "E208")])


def test_a_method_that_is_not_read_is_told() -> None:
    assert inside(zipped({"a.txt": TEXT}, zipfile.ZIP_LZMA)) == ({}, [("-!/a.txt", "E201")])


def test_an_entry_without_a_name_is_refused() -> None:
    whole = bytearray(zipped({"a": "x", "b.txt": TEXT}))
    whole[whole.index(b"PK\x01\x02") + 46] = 0
    assert inside(bytes(whole)) == ({"b.txt": TEXT.encode()}, [("-!/", "E205")])


# Whatever the bytes: rows, never an exception

SAMPLES = [
    zipped(PAGES),
    tarred(PAGES),
    gzip.compress(tarred(PAGES), mtime=0),
    bz2.compress(TEXT.encode()),
    lzma.compress(TEXT.encode()),
    zipped({"b.tar.gz": gzip.compress(tarred(PAGES), mtime=0), "c.zip": zipped(PAGES)}),
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=6),
    st.integers(0, 20_000),
)
def test_no_damage_raises_and_no_break_goes_untold(sample: bytes, edits: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(sample)
    for at, value in edits:
        data[at % len(data)] = value
    kept = bytes(data)[: len(data) - cut % len(data)]
    found = collected(kept)
    assert found
    assert all(isinstance(row, Document) or row.stage == "collect" for row in found)
    if kept == sample:
        assert not problems(found)
