"""What a user may set for a ledger, with the defaults."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.actor import Actor

__all__ = ["Limits", "Scope", "Settings"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Where work on hostile or damaged input stops. Megabytes are 10^6 bytes."""

    document_mb: int = 64
    """Largest document, expanded."""
    text_chars: int = 2_000_000
    """Longest text of one article; at 5 characters a word, a long book."""
    archive_mb: int = 2_000
    """Most bytes that one archive may expand to."""
    archive_ratio: int = 200
    """Most bytes out for one byte in, counted after the first megabyte out."""
    archive_entries: int = 100_000
    archive_depth: int = 3
    """How deep archives may stand in archives."""
    seconds: float = 10.0
    """Time-out for the work on one document, for each started megabyte of it; most take milliseconds."""
    memory_mb: int = 2_000
    """Memory that one worker process may take."""
    fetch_seconds: float = 30.0
    fetch_mb: int = 20
    fetch_hops: int = 5
    """Redirects followed; each hop's address is checked."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a ledger is about: conflict, diplomacy and politics, and, where a list holds any, one of its entries.

    Entries are compared without letter case, as whole words. With `all`, everything.
    """

    all: bool = False
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries of the three lists; an article must mention one of them."""
        return self.actors + self.places + self.words


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one ledger, as `sayso.toml` holds them."""

    limits: Limits = field(default_factory=Limits)
    scope: Scope = field(default_factory=Scope)
    block_documents: int = 200
    """Documents whose findings are written together; what an interrupted build repeats at most."""
    allow_private_addresses: bool = False
    """May URLs lead to private networks? Only for one's own servers."""
    vague_numbers: str = "none"
    """What `dozens` stands for when figures are set side by side: `acled`, `ucdp` or `none`."""
    actors: tuple[Actor, ...] = ()
    """The ledger's own actors, of `[[actor]]` and `actors.csv`: they add to the registry or override it."""
