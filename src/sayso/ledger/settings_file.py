"""`sayso.toml`: the settings of one ledger, as a person writes them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from sayso.errors import LedgerError, UsageError
from sayso.ledger.files import write_whole
from sayso.model import Limits, Scope, Settings, sha256_of

__all__ = ["FORMAT", "read_settings", "same_scope", "set_scope", "settings_key", "starting_text"]

FORMAT = 1
"""The layout of the ledger folder that this version writes."""

_TABLES = ("limits", "scope", "actors")
"""Settings that are tables of their own."""

_POLICIES = ("none", "acled", "ucdp")
"""What may stand for words that name no number."""

_HEAD = f"""\
# The settings of this ledger. Every key is optional; what is left out keeps its default.
format = {FORMAT}  # layout of this folder; do not change

# block_documents = 200            # findings written together; what an interrupted build repeats at most
# allow_private_addresses = false  # may URLs lead to private networks?
# vague_numbers = "none"           # what "dozens" stands for beside figures: acled (12), ucdp (24 or more), none

# [scope]                          # which articles are read; the others are kept and marked
# all = false                      # true: all of them, not only those on conflict, diplomacy and politics
# actors = ["Rovik Front"]         # with any of these lists: only articles that hold one of the entries
# places = []
# words = []

# [[actor]]                        # an actor of this ledger; one of the registry's id overrides it
# id = "rovik-front"
# name = "Rovik Front"
# kind = "armed-group"             # state, government, ministry, military, armed-group, organisation, person ...
# country = "PER"                  # ISO 3166 alpha-3
# aliases = ["RF"]

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
    scope = _scope(data.pop("scope", {}), f"{path}: scope")
    data.pop("actor", None)  # the ledger's own actors, which `sayso.actors` reads
    settings: Settings = _filled(Settings(), data, str(path))
    return replace(settings, limits=limits, scope=scope)


def set_scope(path: Path, *, everything: bool) -> None:
    """Write `all` of the table `[scope]`, and leave the rest of the file as it is."""
    if read_settings(path).scope.all == everything:
        return
    text = path.read_text("utf-8")
    line = f"all = {str(everything).lower()}"
    if _SCOPE_ALL.search(text):
        new = _SCOPE_ALL.sub(rf"\g<1>{line}", text, count=1)
    elif _SCOPE.search(text):
        new = _SCOPE.sub(rf"\g<0>\n{line}", text, count=1)
    else:
        new = f"{text.rstrip()}\n\n[scope]\n{line}\n"
    if not _says(new, everything=everything):
        raise UsageError("E103", f"{path} has a form that Sayso cannot edit; write {line!r} under [scope] yourself")
    write_whole(path, new.encode())


def _says(text: str, *, everything: bool) -> bool:
    try:
        return bool(tomllib.loads(text).get("scope", {}).get("all", False) == everything)
    except tomllib.TOMLDecodeError:
        return False


_SCOPE = re.compile(r"^[ \t]*\[scope\][^\n]*", re.MULTILINE)
_SCOPE_ALL = re.compile(
    r"(^[ \t]*\[scope\][^\n]*\n(?:(?![ \t]*\[)[^\n]*\n)*?[ \t]*)all[ \t]*=[ \t]*(?:true|false)", re.MULTILINE
)


def _scope(given: Any, where: str) -> Scope:
    if not isinstance(given, dict):
        raise UsageError("E103", f"{where} is not a table")
    known = [field.name for field in fields(Scope)]
    for name, value in given.items():
        if name not in known:
            raise UsageError("E103", f"{where}: there is no setting {name!r}; there are {', '.join(known)}")
        if name == "all":
            _checked(value, default=False, where=f"{where}.all")
        elif not (isinstance(value, list) and all(isinstance(entry, str) and entry.strip() for entry in value)):
            raise UsageError("E103", f"{where}.{name} is {value!r}; it must be a list of words in quotation marks")
    lists = {name: tuple(value) for name, value in given.items() if name != "all"}
    return Scope(all=given.get("all", False), **lists)


def _filled(default: Any, given: Any, where: str) -> Any:
    if not isinstance(given, dict):
        raise UsageError("E103", f"{where} is not a table")
    known = {field.name: getattr(default, field.name) for field in fields(default) if field.name not in _TABLES}
    for name, value in given.items():
        if name not in known:
            raise UsageError("E103", f"{where}: there is no setting {name!r}; there are {', '.join(known)}")
        given[name] = _checked(value, known[name], f"{where}.{name}")
    return replace(default, **given)


def _checked(value: Any, default: Any, where: str) -> Any:
    if isinstance(default, str):
        if value not in _POLICIES:
            raise UsageError("E103", f"{where} is {value!r}; it must be one of {', '.join(_POLICIES)}")
        return value
    if isinstance(default, bool) or isinstance(value, bool):
        good = isinstance(default, bool) and isinstance(value, bool)
    else:
        good = isinstance(value, int if isinstance(default, int) else (int, float)) and value > 0
    if not good:
        wanted = {bool: "true or false", int: "a whole number above 0", float: "a number above 0"}[type(default)]
        raise UsageError("E103", f"{where} is {value!r}; it must be {wanted}")
    return type(default)(value)


def settings_key(settings: Settings) -> str:
    """Short names for what a document was worked under, its scope and the ledger's own actors, and the limits.

    `0f3a…-9b1c…`: in another scope or with other actors it gives other rows; what was stopped is tried again under
    other limits.
    """
    rows = f"{sorted(asdict(settings.scope).items())}{settings.actors}"
    limits = repr(sorted(asdict(settings.limits).items()))
    return "-".join(sha256_of(part.encode())[:12] for part in (rows, limits))


def same_scope(key: str, other: str) -> bool:
    """Are these the keys of settings with the same scope and actors of their own?"""
    return key.partition("-")[0] == other.partition("-")[0]
