"""The ledger as a folder: where everything lies, who may write, which version made it.

border/
  sayso.toml              settings
  raw/3f/3fa9….zst        documents as obtained
  findings/*.parquet      what was read out of each document
  decisions.jsonl         what people decided
  ledger.sqlite           the published ledger, derived
  reconcile.sqlite        what was compared across documents, derived
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from sayso.errors import LedgerError
from sayso.ledger.files import write_whole
from sayso.ledger.raw import RawStore
from sayso.ledger.segments import Segments
from sayso.ledger.settings_file import read_settings, starting_text
from sayso.model import Settings

__all__ = ["LedgerFolder"]


@dataclass(frozen=True, slots=True)
class LedgerFolder:
    """The paths of a ledger."""

    root: Path

    @classmethod
    def open(cls, root: str | Path) -> LedgerFolder:
        """An existing ledger; LedgerError E501 where there is none, E502 where it is newer than this version."""
        folder = cls(Path(root))
        if not folder.settings_path.is_file():
            raise LedgerError("E501", f"{folder.root} holds no sayso.toml")
        read_settings(folder.settings_path)
        return folder

    @classmethod
    def create(cls, root: str | Path) -> LedgerFolder:
        """A ledger, made where there is none; LedgerError E501 where the folder holds something else."""
        folder = cls(Path(root))
        if folder.settings_path.is_file():
            return cls.open(root)
        if folder.root.exists() and (not folder.root.is_dir() or any(folder.root.iterdir())):
            raise LedgerError("E501", f"{folder.root} exists and is neither empty nor a ledger")
        write_whole(folder.settings_path, starting_text().encode())
        return folder

    @property
    def settings_path(self) -> Path:
        """`sayso.toml`."""
        return self.root / "sayso.toml"

    @property
    def database_path(self) -> Path:
        """The published ledger."""
        return self.root / "ledger.sqlite"

    @property
    def seal_path(self) -> Path:
        """The hash of the published ledger."""
        return self.root / "ledger.sqlite.sha256"

    @property
    def linkage_path(self) -> Path:
        """What is known of how rows of different documents hang together."""
        return self.root / "reconcile.sqlite"

    @property
    def raw(self) -> RawStore:
        """The documents as obtained."""
        return RawStore(self.root / "raw")

    @property
    def segments(self) -> Segments:
        """What was read out of each document."""
        return Segments(self.root / "findings")

    def settings(self) -> Settings:
        """The settings as they stand now."""
        return read_settings(self.settings_path)

    @contextmanager
    def lock(self, wait: float) -> Iterator[None]:
        """Be the only writer; wait up to `wait` seconds for another, then LedgerError E503."""
        lock = FileLock(self.root / ".lock")
        try:
            lock.acquire(timeout=wait)
        except Timeout as error:
            raise LedgerError("E503", f"{self.root}: another build holds it, waited {wait:g} s") from error
        except OSError as error:
            raise LedgerError("E504", f"{self.root}: {error.strerror}") from error
        try:
            yield
        finally:
            lock.release()
