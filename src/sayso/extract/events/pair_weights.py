"""Features of a pair in; how each PLOVER root scores, and which feature spoke most for one, out.

A linear model: standardised vectors and named features, drawn to one length, times weights. Its file `pairs.npz` is
made by training/events/plover.py; PAIRS.md beside it tells from what, and how well it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.extract.events.pair_features import PLACES, WIDTH, Features
from sayso.schema.plover import roots

__all__ = ["Weights", "loaded", "shipped"]

Floats = NDArray[np.float32]
_PARTS = ("named", "vectors", "bias", "mean", "deviation", "length")


@dataclass(frozen=True)
class Weights:
    """`named` [names, roots] and `vectors` [places x width, roots] are weights, `bias` one a root.

    Vectors are taken less `mean` and over `deviation`; the whole row is then drawn to `length`.
    """

    roots: tuple[str, ...]
    names: Mapping[str, int]
    named: Floats
    vectors: Floats
    bias: Floats
    mean: Floats
    deviation: Floats
    length: float

    def shares(self, features: Features) -> dict[str, float]:
        """What each root is given; the sum is 1."""
        row = self._row(features.vectors)
        known = {self.names[name]: value for name, value in features.named.items() if name in self.names}
        values = np.fromiter(known.values(), np.float32, len(known))
        scores = row @ self.vectors + values @ self.named[list(known)]
        size = float(row @ row + values @ values)
        scores = self.bias + scores * (self.length / np.sqrt(size) if size else 0.0)
        raised = np.exp(scores - scores.max())
        return dict(zip(self.roots, (raised / raised.sum()).tolist(), strict=True))

    def reason(self, features: Features, root: str) -> str:
        """The named feature that spoke most for a root against the others; a place of vectors where none did."""
        at = self.roots.index(root)
        above = self._above[at]
        best, most = "", 0.0
        for name in sorted(features.named):
            row = self.names.get(name)
            if row is None:
                continue
            said = features.named[name] * above[row]
            if said > most:
                best, most = name, said
        return best or f"vector of the {self._place(features, at)}"

    @cached_property
    def _above(self) -> list[list[float]]:
        """By root and name, how much more a name says for the root than for the mean of them."""
        above: list[list[float]] = (self.named - self.named.mean(1, keepdims=True)).T.tolist()
        return above

    def _place(self, features: Features, at: int) -> str:
        weights = self.vectors[:, at] - self.vectors.mean(1)
        said = (self._row(features.vectors) * weights).reshape(len(PLACES), WIDTH).sum(1)
        return PLACES[int(said.argmax())]

    def _row(self, vectors: Floats) -> Floats:
        row: Floats = (vectors.ravel() - self.mean) / self.deviation
        return row

    def write(self, path: Path) -> None:
        """Put the weights into a file, in half precision; the same weights make the same bytes."""
        text = {"names": "\n".join(self.names), "roots": "\n".join(self.roots)}
        held = {name: np.frombuffer(content.encode(), np.uint8) for name, content in text.items()}
        held |= {name: np.asarray(getattr(self, name), np.float16) for name in _PARTS if name != "deviation"}
        np.savez_compressed(path, deviation=self.deviation.astype(np.float32), **held)  # type: ignore[arg-type]  # its stub takes the names for its own flag


def loaded(raw: bytes) -> Weights:
    """Weights out of the bytes of their file. ValueError where they are not of this version's features and roots."""
    with np.load(BytesIO(raw), allow_pickle=False) as held:
        names, known = (held[name].tobytes().decode().split("\n") for name in ("names", "roots"))
        part = {name: held[name].astype(np.float32) for name in _PARTS}
    if set(known) != set(roots()):
        raise ValueError(f"pairs.npz has the roots {', '.join(known)}: train it again (training/events/plover.py)")
    if part["vectors"].shape != (len(PLACES) * WIDTH, len(known)) or part["named"].shape != (len(names), len(known)):
        raise ValueError("pairs.npz was trained on other features: train it again (training/events/plover.py)")
    length = float(part.pop("length"))
    return Weights(tuple(known), {name: at for at, name in enumerate(names)}, length=length, **part)


@cache
def shipped() -> Weights:
    """The weights of this package."""
    return loaded(files("sayso.extract.events").joinpath("pairs.npz").read_bytes())
