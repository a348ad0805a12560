"""Files, folders and globs as the user named them in, the files to be read out, in one order everywhere.

The order is that of the posix paths, whatever the file system lists first. Hidden files are left out unless they are
named; links are followed, and no folder is walked twice, so that loops of links end.
"""

from __future__ import annotations

import glob
import heapq
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.collect.streams import unreadable
from sayso.errors import CollectError

__all__ = ["Named", "found"]


@dataclass(frozen=True, slots=True)
class Named:
    """A source and the uri it goes by; `path` where it is a file, `failure` where it is seen that it cannot be read."""

    uri: str
    path: Path | None
    failure: CollectError | None = None


def found(source: str) -> Iterator[Named]:
    """Every file that a file name, folder or glob stands for, by uri. Yields nothing where there is none."""
    path = Path(source)
    if path.is_dir():
        return _walk(path, set())
    if os.path.lexists(path):
        return iter([Named(_uri(path), path)])
    walks = (found(match) for match in _topmost(_globbed(source)) if match != source)
    return heapq.merge(*walks, key=lambda file: file.uri)


def _globbed(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute patterns


def _topmost(matches: list[str]) -> list[str]:
    """The matches without what stands in a matched folder, which is walked anyway."""
    folders = {Path(match) for match in matches if Path(match).is_dir()}
    kept = []
    for match in matches:
        path = Path(match)
        inner = [path.relative_to(parent) for parent in path.parents if parent in folders]
        if not inner or all(any(part.startswith(".") for part in way.parts) for way in inner):
            kept.append(match)
    return kept


def _uri(path: Path) -> str:
    return _spelled(path.as_posix())


def _spelled(name: str) -> str:
    """A file name as text; bytes in it that are no UTF-8 are spelled out as `\\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _walk(folder: Path, walked: set[tuple[int, int]]) -> Iterator[Named]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in walked:
            return
        walked.add((status.st_dev, status.st_ino))
        names = _listed(folder)
    except OSError as error:
        yield Named(_uri(folder), folder, unreadable(error))
        return
    for name in names:
        path = folder / name
        if name.endswith("/"):
            yield from _walk(path, walked)
        else:
            yield _in_folder(path)


def _listed(folder: Path) -> list[str]:
    """The names in a folder, folders with a `/` behind them, so that they sort where their files do."""
    with os.scandir(folder) as listing:
        names = [each.name + "/" * _is_folder(each) for each in listing if not each.name.startswith(".")]
    return sorted(names, key=_spelled)


def _is_folder(each: os.DirEntry[str]) -> bool:
    try:
        return each.is_dir()
    except OSError:  # a link to itself; what is wrong is told when the file is met
        return False


def _in_folder(path: Path) -> Named:
    """A pipe or a device in a folder would be waited for without end."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Named(_uri(path), path, unreadable(error))
    plain = stat.S_ISREG(mode)
    return Named(_uri(path), path, None if plain else CollectError("E201", "it is a pipe, a socket or a device"))
