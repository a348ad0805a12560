"""A ledger is a folder with a format, settings and one writer at a time."""

import threading
from pathlib import Path

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import LedgerFolder, settings_key
from sayso.model import Settings


def test_a_new_ledger_has_every_setting_at_its_default(tmp_path: Path) -> None:
    assert LedgerFolder.create(tmp_path / "new").settings() == Settings()


def test_what_is_set_is_read(tmp_path: Path) -> None:
    folder = LedgerFolder.create(tmp_path / "new")
    folder.settings_path.write_text("format = 1\nblock_documents = 7\n[limits]\nseconds = 2\n", "utf-8")
    assert folder.settings().block_documents == 7
    assert folder.settings().limits.seconds == 2.0
    assert settings_key(folder.settings()) != settings_key(Settings())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("block_document = 7", "block_document"),
        ("[limits]\nseconds = 'long'", "limits.seconds"),
        ("[limits]\nseconds = -1", "limits.seconds"),
        ("allow_private_addresses = 1", "allow_private_addresses"),
        ("limits = 3", "limits"),
        ("block_documents = [", "sayso.toml"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, text: str, named: str) -> None:
    folder = LedgerFolder.create(tmp_path / "new")
    folder.settings_path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=rf"E103 .*{named}"):
        folder.settings()


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    folder = LedgerFolder.create(tmp_path / "new")
    folder.settings_path.write_text("format = 2\n", "utf-8")
    with pytest.raises(LedgerError, match=r"E502 .*upgrade Sayso"):
        LedgerFolder.create(folder.root)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").touch()
    with pytest.raises(LedgerError, match=r"E501"):
        LedgerFolder.create(tmp_path)
    with pytest.raises(LedgerError, match=r"E501"):
        LedgerFolder.open(tmp_path)


def test_a_second_writer_waits_then_says_so(tmp_path: Path) -> None:
    folder, holding, done = LedgerFolder.create(tmp_path / "new"), threading.Event(), threading.Event()

    def hold() -> None:
        with folder.lock(0):
            holding.set()
            done.wait(10)

    first = threading.Thread(target=hold)
    first.start()
    holding.wait(10)
    with pytest.raises(LedgerError, match=r"E503 .*another build"), folder.lock(0.1):
        pass
    done.set()
    with folder.lock(10):
        first.join()
