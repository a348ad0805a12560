"""`sayso.toml`: the settings of one ledger, as a person writes them."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from sayso.errors import LedgerError, UsageError
from sayso.model import Limits, Settings, sha256_of

__all__ = ["FORMAT", "read_settings", "settings_key", "starting_text"]

FORMAT = 1
"""The layout of the ledger folder that this version writes."""

_HEAD = f"""\
# The settings of this ledger. Every key is optional; what is left out keeps its default.
format = {FORMAT}  # layout of this folder; do not change

# block_documents = 200            # findings written together; what an interrupted build repeats at most
# allow_private_addresses = false  # may URLs lead to private networks?

# [limits]                         # where work on hostile or damaged input stops
"""


def starting_text() -> str:
    """What a new ledger's `sayso.toml` holds: every setting with its default, as comments."""
    return _HEAD + "".join(f"# {name} = {value}\n" for name, value in asdict(Limits()).items())


def read_settings(path: Path) -> Settings:
    """The settings in a file; UsageError E103 names a key that cannot be used, LedgerError E502 a newer format."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("E103", f"{path}: {error}") from error
    made_by = data.pop("format", FORMAT)
    if not isinstance(made_by, int) or made_by > FORMAT:
        raise LedgerError("E502", f"{path}: the ledger has format {made_by}, this version knows up to {FORMAT}")
    limits = _filled(Limits(), data.pop("limits", {}), f"{path}: limits")
    settings: Settings = _filled(Settings(), data, str(path))
    return replace(settings, limits=limits)


def _filled(default: Any, given: Any, where: str) -> Any:
    if not isinstance(given, dict):
        raise UsageError("E103", f"{where} is not a table")
    known = {field.name: getattr(default, field.name) for field in fields(default) if field.name != "limits"}
    for name, value in given.items():
        if name not in known:
            raise UsageError("E103", f"{where}: there is no setting {name!r}; there are {', '.join(known)}")
        given[name] = _checked(value, known[name], f"{where}.{name}")
    return replace(default, **given)


def _checked(value: Any, default: Any, where: str) -> Any:
    if isinstance(default, bool) or isinstance(value, bool):
        good = isinstance(default, bool) and isinstance(value, bool)
    else:
        good = isinstance(value, int if isinstance(default, int) else (int, float)) and value > 0
    if not good:
        wanted = {bool: "true or false", int: "a whole number above 0", float: "a number above 0"}[type(default)]
        raise UsageError("E103", f"{where} is {value!r}; it must be {wanted}")
    return type(default)(value)


def settings_key(settings: Settings) -> str:
    """A short name for the limits that a document was worked under; what was stopped is tried again under others."""
    return sha256_of(repr(sorted(asdict(settings.limits).items())).encode())[:12]
