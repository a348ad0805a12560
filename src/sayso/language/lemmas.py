"""How a lemma is made of a word: an edit script the encoder can choose among a few hundred (Chrupala et al. 2008)."""

from __future__ import annotations

__all__ = ["applied", "script_of"]


def script_of(form: str, lemma: str) -> str:
    """The script that makes the lemma of the form: `=`, or case, letters cut from the end and letters put there.

    >>> script_of("denied", "deny"), script_of("Kabul", "Kabul"), script_of("was", "be")
    ('l|3|y', '=', 'F|be')
    """
    if form == lemma:
        return "="
    low = lemma == lemma.lower()
    base = form.lower() if low else form
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    if not same:
        return f"F|{lemma}"
    return f"{'l' if low else 'k'}|{len(base) - same}|{lemma[same:]}"


def applied(form: str, script: str) -> str:
    """The lemma that a script makes of a form; one that cuts as many letters as there are does not fit and cuts none.

    >>> applied("carried", "l|3|y")
    'carry'
    """
    if script == "=":
        return form
    case, _, rest = script.partition("|")
    if case == "F":
        return rest
    cut, _, put = rest.partition("|")
    base = form.lower() if case == "l" else form
    if int(cut) >= len(base):
        return base
    return base[: len(base) - int(cut)] + put
