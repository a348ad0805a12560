"""How likely a row is right, as who said what: a number fitted on articles that the reader was not trained on.

A logistic model over what the encoder's own scores and the rules beside it tell of a finding; its weights are data,
`confidence.toml`, made by `python -m benchmarks.calibration --write`. What layout alone shows has a share by
judgement: PolNeAR, on which the rest is fitted, has no transcripts and no press releases.
"""

from __future__ import annotations

import math
from functools import cache

from sayso.extract.statements.finding import Finding
from sayso.schema.data import read_data

__all__ = ["confidence_of", "features_of"]

_LEAST, _MOST = 0.01, 0.99


def features_of(finding: Finding, form: str) -> dict[str, float]:
    """What confidence is worked out from, by name; every value lies between 0 and 1."""
    told = finding.features
    out = {name: told.get(name, 0.0) for name in ("link", "content", "edges", "cue", "source", "source_link")}
    out |= {name: told.get(name, 0.0) for name in ("rule", "rule_source")}
    out["weakest"] = (
        min(value for name, value in told.items() if name in ("content", "cue", "source") and value) if told else 0.0
    )
    out["no_cue"] = float(finding.cue is None)
    out["no_source"] = float(finding.source is None)
    out["in_lexicon"] = float(finding.entry is not None)
    out["attitude"] = float(finding.entry is not None and finding.entry.act == "attitude")
    out["pieces"] = float(len(finding.content) > 1)
    out["direct"] = float(form == "direct")
    out["indirect"] = float(form == "indirect")
    out["inner"] = float(finding.outer is not None)
    return out


def confidence_of(finding: Finding, form: str) -> float:
    """A share in (0, 1)."""
    layout, weights = _tables()
    if finding.rule != "learned":
        return layout.get(finding.rule, 0.5)
    sum_ = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features_of(finding, form).items())
    return min(_MOST, max(_LEAST, 1.0 / (1.0 + math.exp(-sum_))))


@cache
def _tables() -> tuple[dict[str, float], dict[str, float]]:
    data = read_data("sayso.extract.statements", "confidence.toml")
    return data["layout"], data["weight"]
