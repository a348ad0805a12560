"""An event's trigger and the statements of a text in; on whose word the event stands out."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Attribution, EventMention

__all__ = ["asserted_by", "is_licensed", "said_with"]

Stretch = tuple[int, int]


def asserted_by(trigger: Stretch, statements: Sequence[Attribution], *, verbal: bool = True) -> int | None:
    """The innermost statement whose content or cue holds the trigger; None for the outlet's own voice.

    A cue is the speaker's own act: `urged both governments to stop` is on the word of whoever urged. What is no
    `verbal` act is on nobody's word for being one: who is told to have attacked has not said so.
    """
    best: tuple[int, int] | None = None
    for number, statement in enumerate(statements):
        parts = [*statement.content, *([statement.cue] if statement.cue and verbal else [])]
        holding = [last - first for first, last in parts if first <= trigger[0] and trigger[1] <= last]
        if holding:
            size = sum(last - first for first, last in statement.content)
            if best is None or size < best[0]:
                best = size, number
    return best[1] if best else None


_LICENSED = {
    "ACCUSE": ("accusation", "condemnation"),
    "REQUEST": ("demand", "appeal"),
    "REJECT": ("refusal",),
    "THREATEN": ("threat",),
    "AGREE": ("assurance", "offer", "acceptance", "announcement"),
    "CONCEDE": ("regret", "assurance", "acceptance", "announcement", "confirmation"),
    "SUPPORT": ("support", "acceptance", "regret", "announcement", "assurance"),
}
"""Speech acts under which what is done by words alone is also an event; CAMEO 016, denying, is a statement."""


def said_with(event: EventMention, statements: Sequence[Attribution]) -> str | None:
    """The day on which a statement was made whose own cue tells of the event: `urged both governments`."""
    for one in statements:
        if one.cue and one.cue[0] < event.trigger[1] and event.trigger[0] < one.cue[1]:
            return one.said_on
    return None


def is_licensed(event: EventMention, statements: Sequence[Attribution]) -> bool:
    """Is an event that is told by the cue of a statement more than that statement?

    `rejected the account` is a denial, which is a statement and no REJECT; `rejected the offer` is both.
    """
    wanted = _LICENSED.get(event.root)
    if wanted is None:
        return True
    acts = [
        one.act for one in statements if one.cue and one.cue[0] < event.trigger[1] and event.trigger[0] < one.cue[1]
    ]
    return not acts or any(act in wanted for act in acts)
