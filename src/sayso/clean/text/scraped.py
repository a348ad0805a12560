"""The metadata of a page scraped to text: its lines and their labels in; title, authors, day and outlet out.

The page's own repetitions are the evidence: a breadcrumb, a headline that stands several times, a byline under it, a
site's name in its header and its footer. What stands below the article (related posts) never dates it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.clean.text.kinds import title_strength
from sayso.clean.text.layout import Row, sentence_ends
from sayso.clean.text.metadata import Found, date_line, is_name, names_in, read_byline
from sayso.clean.text.tables import fits, words
from sayso.clean.text.trailers import rights_holder

__all__ = ["Scraped", "read_page"]

_CRUMB = re.compile(r"\s*[»›>/→|]\s+|\s*::\s*")
_SITE = re.compile(r"\s+[|–—·•»-]\s+")
_YEAR = re.compile(r"(?:19|20)\d\d|[Rr]ights")
_WORD = re.compile(r"\w+")
_MENU = frozenset({"nav", "share", "footer", "ad"})
"""Labels of lines that stand twice on many pages and are no headline."""
_TEXT = frozenset({"body", "subhead"})
_ENOUGH = 600
"""Words of prose, each counted once, that a headline is held against."""
_CLOSE = 6
"""How many lines above the prose a day may stand where neither title nor byline is known."""
_LEAD = 60
"""Body lines at least this long are prose; the first of them ends the head of the page."""


@dataclass(frozen=True, slots=True)
class Scraped:
    """Labels that the page's own evidence corrects, and values: row index, value in that row, method."""

    labels: dict[int, str]
    found: tuple[tuple[int, Found, str], ...]


def read_page(rows: Sequence[Row], labels: Sequence[str]) -> Scraped:
    """Read the head and the footer of a flattened page."""
    lead = _lead(rows, labels)
    changed = {i: label for i, row in enumerate(rows) if labels[i] in _TEXT and (label := _aside(row.text))}
    byline = _byline(rows, lead)
    title = _title(rows, labels, lead, byline)
    found: list[tuple[int, Found, str]] = []
    if title is not None:
        index, value, method = title
        found.append((index, value, method))
        key = _key(value.value)
        changed.update((i, "title") for i in range(lead) if _key(rows[i].text) == key)
    found += _authors_and_day(rows, lead, byline, title[0] if title else None, changed)
    found += _outlet(rows, lead, _key(title[1].value) if title else "")
    return Scraped(changed, tuple(found))


def _aside(text: str) -> str | None:
    """What a line is that ends in a photographer's name ("Photo: Ann Lee / The Karva Post") or leads elsewhere."""
    if len(text) > 200 or sentence_ends(text):
        return None
    return "caption" if fits("caption", text) else "related" if fits("related", text) else None


def _lead(rows: Sequence[Row], labels: Sequence[str]) -> int:
    """The first line of prose: the head of the page is above it."""
    body = [i for i, label in enumerate(labels) if label == "body"]
    prose = (i for i in body if len(rows[i].text) >= _LEAD and sentence_ends(rows[i].text))
    return next(prose, body[0] if body else len(rows))


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _whole(text: str) -> Found:
    return Found("title", text, 0, len(text))


def _byline(rows: Sequence[Row], lead: int) -> int | None:
    """The byline nearest above the prose that also bears a date, or else the nearest."""
    near = [i for i in range(lead) if len(rows[i].text) <= 200 and read_byline(rows[i].text)[0]]
    near += [i + 1 for i in range(lead - 1) if _only_by(rows[i].text) and is_name(rows[i + 1].text)]
    dated = [i for i in near if any(f.field == "published" for f in _read(rows, i)[0])]
    return max(dated or near, default=None)


def _only_by(text: str) -> bool:
    return text.casefold().rstrip(":") in ("by", "written by", "posted by", "author")


def _read(rows: Sequence[Row], i: int) -> tuple[list[Found], bool]:
    """What a byline says; a name alone is one below a line that only says "By"."""
    found, glued = read_byline(rows[i].text)
    return (found, glued) if found else (names_in(rows[i].text, 0, len(rows[i].text)), False)


def _title(rows: Sequence[Row], labels: Sequence[str], lead: int, byline: int | None) -> tuple[int, Found, str] | None:
    keys = [_key(row.text) if len(row.text) <= 300 else "" for row in rows]
    foot = byline if byline is not None else lead
    crumb = _breadcrumb(rows, lead)
    if crumb and (same := [i for i in range(lead) if i != crumb[0] and keys[i] == _key(crumb[1].value)]):
        best = _nearest(same, foot)
        return best, _whole(rows[best].text), "text.breadcrumb"
    told = _telling(rows, labels, lead)
    day = next((i for i in range(lead - 1, max(-1, lead - 12), -1) if date_line(rows[i].text)), None)
    often = Counter(key for key in keys if key)
    for method, fit in (
        ("text.labelled", [i for i in told if labels[i] == "title"] or _labelled(rows, labels, lead)),
        ("text.repeated-line", [i for i in told if often[keys[i]] > 1 and labels[i] not in _MENU]),
        ("text.above-byline", [i for i in told if byline is not None and byline - 4 < i < byline]),
        ("text.above-date", [i for i in told if day is not None and labels[i] not in _MENU and day - 4 < i < day]),
        ("text.below-date", [i for i in told if day is not None and labels[i] not in _MENU and day < i < day + 5]),
    ):
        if fit:
            # A summary may stand between the headline and the byline or the day.
            best = fit[0] if "above" in method else _nearest(fit, foot)
            return best, _whole(rows[best].text), method
    return (*crumb, "text.breadcrumb") if crumb else None


def _labelled(rows: Sequence[Row], labels: Sequence[str], lead: int) -> list[int]:
    """What the labeller takes for the title, a line that looks like one, if all such lines say the same."""
    named = [i for i in range(lead) if labels[i] == "title" and _may_head(rows[i].text)]
    return named if len({_key(rows[i].text) for i in named}) == 1 else []


def _nearest(candidates: Sequence[int], foot: int) -> int:
    """The last one above the byline or the prose; else the first."""
    return max((i for i in candidates if i < foot), default=candidates[0])


def _telling(rows: Sequence[Row], labels: Sequence[str], lead: int) -> list[int]:
    """Lines above the prose that look like headlines and speak of what the prose speaks of."""
    prose: set[str] = set()
    for row, label in zip(rows[lead:], labels[lead:], strict=True):
        if label == "body" and len(prose) < _ENOUGH:
            prose.update(_stem(word) for word in _key(row.text).split())
    out = []
    short = {_key(row.text) for row in rows[:lead] if len(row.text) <= 300}
    for i in range(lead):
        # "Headline - Site" names the page; its headline stands further down by itself.
        if len(parts := _SITE.split(rows[i].text[:300])) > 1 and _key(parts[0]) in short:
            continue
        tokens = _key(rows[i].text).split() if len(rows[i].text) <= 300 else []
        weighty = [_stem(word) for word in tokens if len(word) > 3 and word not in words("common")]
        known = sum(word in prose for word in weighty)
        if known >= max(2, len(weighty) * 0.6) and _may_head(rows[i].text):
            out.append(i)
    return out


def _stem(word: str) -> str:
    return word.rstrip("s")[:5]


def _may_head(text: str) -> bool:
    if len(_WORD.findall(text)) < 4 or title_strength(text) == 0 or fits("caption", text):
        return False
    return not date_line(text) and not read_byline(text)[0]


def _breadcrumb(rows: Sequence[Row], lead: int) -> tuple[int, Found] | None:
    """The last step of "Home » Border » Headline", if it is long enough to be a headline."""
    for i in range(lead):
        parts = _CRUMB.split(rows[i].text)
        if len(parts) > 1 and parts[0].casefold().strip("• ") in words("home") and len(parts[-1].split()) >= 4:
            start = rows[i].text.rindex(parts[-1])
            return i, Found("title", parts[-1], start, start + len(parts[-1]))
    return None


def _authors_and_day(
    rows: Sequence[Row], lead: int, byline: int | None, title: int | None, changed: dict[int, str]
) -> list[tuple[int, Found, str]]:
    found: list[tuple[int, Found, str]] = []
    if byline is not None:
        values, glued = _read(rows, byline)
        found += [(byline, one, "text.glued-byline" if glued else "text.byline") for one in values]
        changed[byline] = "byline"
    anchor = byline if byline is not None else title if title is not None else lead
    start = min(anchor, title if title is not None else anchor) - (2 if anchor < lead else _CLOSE)
    dates = [(i, one) for i in range(max(0, start), lead) if i != byline for one in date_line(rows[i].text)]
    if not dates and title is not None:
        # `Ann Roe` / `May 4, 2025` / `News` / `No comments` / title
        signed = [i for i in range(max(1, title - 4), title) if is_name(rows[i - 1].text)]
        dates = [(i, one) for i in signed for one in date_line(rows[i].text)]
    if anchor == lead and len({one.value[:10] for _, one in dates if one.field == "published"}) > 1:
        return found
    changed.update((i, "date") for i, _ in dates)
    if not any(one.field == "published" for _, one, _ in found):
        # The one nearest the byline or the title; what is marked as an update is not when it was published.
        own = sorted((abs(i - anchor), i, one) for i, one in dates if one.field == "published")
        found += [(i, one, "text.date-line") for _, i, one in own[:1]]
        if own and byline is None:
            found += _bare_name(rows, own[0][1], title, changed)
    return found


def _bare_name(
    rows: Sequence[Row], day: int, title: int | None, changed: dict[int, str]
) -> list[tuple[int, Found, str]]:
    """A name alone between the title and the day, or right below the day."""
    if title is None or not day - 4 <= title <= day + 4:
        return []
    between = [*range(title + 1, day), day + 1] if title < day else [day - 1] if day else []
    for i in (i for i in between if i < len(rows)):
        if is_name(rows[i].text):
            changed[i] = "byline"
            return [(i, one, "text.byline") for one in names_in(rows[i].text, 0, len(rows[i].text))]
    return []


def _outlet(rows: Sequence[Row], lead: int, title: str) -> list[tuple[int, Found, str]]:
    """The site's name: a part of "Site | Tagline" in the header, the owner in the footer, best where both agree."""
    owners = [
        (i, one) for i in range(lead, len(rows)) if _is_rights(rows[i].text) and (one := rights_holder(rows[i].text))
    ]
    parts = [(i, one) for i in range(min(lead, 60)) for one in _site_parts(rows[i].text, title)]
    for i, owner in owners:
        for j, part in parts:
            if _same_site(part.value, owner.value):
                return [(j, part, "text.site-header"), (i, owner, "text.copyright")]
    found = [(j, part, "text.site-header") for j, part in parts[:1]]
    return found + [(i, owner, "text.copyright") for i, owner in owners[:1]]


def _is_rights(text: str) -> bool:
    """A copyright line of the site; one without a year is mostly a photograph's."""
    return len(text) <= 300 and ("©" in text or "opyright" in text) and bool(_YEAR.search(text))


def _same_site(a: str, b: str) -> bool:
    x, y = _key(a).removeprefix("the "), _key(b).removeprefix("the ")
    return x == y or (len(y.split()) > 1 and x.startswith(y + " ")) or (len(x.split()) > 1 and y.startswith(x + " "))


def _site_parts(text: str, title: str) -> list[Found]:
    if len(text) > 200 or date_line(text) or read_byline(text)[0]:
        return []
    parts = [part for part in _SITE.split(text) if part]
    if len(parts) != 2 or any(len(part.split()) > 8 and _key(part) != title for part in parts):
        return []
    # "Headline - Site" is the name of the page; "Site | Tagline" that of the site.
    own = [part for part in parts if _key(part) != title]
    own = own if len(own) == 1 or " | " in text else []
    return [Found("outlet", part, text.index(part), text.index(part) + len(part)) for part in own if part[0].isupper()]
