"""How sure a finding is: how many findings of its rule, and of its cue in that rule, were right on training data.

The shares are data, `rates.toml`, measured by `benchmarks/statements.py --rates` on PolNeAR's training half: keys are
`rule.signal` and `rule.signal cue`; the second is smoothed toward the first. Statements inside statements are not
annotated there, so they are left out of the count and have the share of their rule.
"""

from __future__ import annotations

from sayso.extract.statements.cues import rates
from sayso.extract.statements.finding import Finding

__all__ = ["FLOOR", "keys_of", "rate_of"]

FLOOR = 0.25
"""Below this a finding is not reported: it costs more than it brings (F1 grows while a rule's share is over F1 / 2)."""

_UNMEASURED = {"run.none": 0.6, "quote-signed.quote": 0.8, "release.none": 0.6}
"""PolNeAR joins a run of quotations to the one before, and has hardly any signed ones and no releases: by judgement."""

_UNKNOWN = 0.5
_MOST = 0.99
_LEAST = 0.01


def keys_of(finding: Finding) -> tuple[str, str]:
    """The two keys of a finding in `rates.toml`, coarse and fine."""
    coarse = f"{finding.rule}.{finding.signal or 'none'}"
    return coarse, f"{coarse} {finding.entry.key if finding.entry else 'none'}"


def rate_of(finding: Finding) -> float:
    """A share in (0, 1]; a rule never measured has one half."""
    coarse, fine = keys_of(finding)
    table = rates()
    share = _UNMEASURED.get(coarse) or table.get(fine, table.get(coarse, _UNKNOWN))
    return min(_MOST, max(_LEAST, share))
