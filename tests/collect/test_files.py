from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from sayso.collect.files import found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a/z.txt", "a.txt", "a-b.txt", "a/deep/er/x.html", ".hidden.txt", "a/.git/config"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    return tmp_path


def uris(source: str) -> list[str]:
    return [file.uri for file in found(source)]


def test_a_folder_is_walked_in_the_order_of_posix_paths_and_hidden_files_stay_out(folder: Path) -> None:
    walked = uris("news")
    assert walked == ["news/a-b.txt", "news/a.txt", "news/a/deep/er/x.html", "news/a/z.txt", "news/b.txt"]
    assert walked == sorted(walked)


def test_a_uri_is_as_the_user_named_it(folder: Path) -> None:
    assert uris("./news/b.txt") == ["news/b.txt"]
    assert uris(str(folder / "news" / "b.txt")) == [(folder / "news" / "b.txt").as_posix()]
    assert uris("news/a/../b.txt") == ["news/a/../b.txt"]


def test_a_hidden_file_is_read_when_it_is_named(folder: Path) -> None:
    assert uris("news/.hidden.txt") == ["news/.hidden.txt"]


def test_a_glob_finds_files_and_folders_once_each(folder: Path) -> None:
    assert uris("news/*.txt") == ["news/a-b.txt", "news/a.txt", "news/b.txt"]
    assert uris("news/**") == uris("news")
    assert uris("news/[ab]") == ["news/a/deep/er/x.html", "news/a/z.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(folder: Path) -> None:
    (folder / "news" / "x[1].txt").write_text("words")
    assert uris("news/x[1].txt") == ["news/x[1].txt"]


def test_what_matches_nothing_yields_nothing(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert uris("nowhere") == uris("news/*.pdf") == uris("empty") == []


def test_loops_of_links_end(folder: Path) -> None:
    (folder / "news" / "a" / "back").symlink_to(folder / "news", target_is_directory=True)
    (folder / "news" / "zz").symlink_to(folder / "news" / "a", target_is_directory=True)
    assert len(uris("news")) == 5


def test_a_link_to_a_file_is_followed(folder: Path) -> None:
    (folder / "news" / "c.txt").symlink_to("b.txt")
    assert "news/c.txt" in uris("news")


def test_a_link_that_leads_nowhere_is_told(folder: Path) -> None:
    (folder / "news" / "gone").symlink_to("nowhere")
    (folder / "news" / "self").symlink_to("self")
    failures = {file.uri: file.failure.code for file in found("news") if file.failure}
    assert failures == {"news/gone": "E201", "news/self": "E201"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "news" / "pipe")
    assert [file.uri for file in found("news") if file.failure] == ["news/pipe"]


def test_a_folder_that_vanishes_is_told(folder: Path) -> None:
    walk = found("news")
    next(walk)
    shutil.rmtree(folder / "news" / "a")
    assert [file.uri for file in walk if file.failure] == ["news/a"]


def test_a_name_that_is_no_utf8_is_spelled_out(folder: Path) -> None:
    try:
        Path(os.fsdecode(b"news/caf\xe9.txt")).write_text("words")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert "news/caf\\xe9.txt" in uris("news")
