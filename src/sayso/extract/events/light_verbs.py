"""Verbs that say little themselves, and leave it to a noun beside them to report the event."""

from __future__ import annotations

__all__ = ["HAPPENING", "LIGHT"]

LIGHT = frozenset(
    ["perpetrate", "fly", "approve", "launch", "carry", "conduct", "stage", "mount", "make", "hold", "commit", "perform", "undertake", "start", "begin", "open", "wage", "execute", "deliver", "take", "give", "offer", "issue", "impose", "sign", "reach", "strike", "declare", "announce", "order", "resume", "renew", "continue", "agree", "join", "attend", "hear", "see", "witness", "face", "suffer", "sustain", "receive", "undergo", "do", "have", "lead", "host", "organise", "organize", "provide", "show", "express", "voice", "file", "lodge", "bring", "set", "call", "enter", "pay", "exchange", "end", "halt", "suspend", "step", "escalate", "intensify", "break", "violate", "observe", "respect", "mark", "report", "come", "run", "maintain", "extend", "keep", "lift", "ease", "stop", "exercise", "cast", "repeat", "initiate", "unleash", "plot", "plan"]
)
"""Verbs that lend a noun of doing their subject: `launched an attack`."""
HAPPENING = frozenset(
    ["occur", "happen", "erupt", "break", "take", "continue", "begin", "start", "follow", "come", "go", "last", "kill", "leave", "injure", "wound", "rage", "hit", "resume", "end", "hold", "claim", "destroy", "damage", "target", "force", "drive", "prompt", "spark", "trigger", "cause", "displace"]
)
"""Verbs whose subject is what happens: `fighting broke out`, `the blast killed`."""
