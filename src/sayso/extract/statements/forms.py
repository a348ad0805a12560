"""Direct, mixed or indirect: a finding in, its form out, by how much of its content stands in quotation marks."""

from __future__ import annotations

from sayso.extract.statements.finding import Finding
from sayso.extract.statements.sentences import Page

__all__ = ["form_of"]


def form_of(page: Page, finding: Finding) -> str:
    """direct, mixed or indirect, by how much of the content's words stand in quotation marks."""
    if all(max(page.quote_of[first:last]) < 0 for first, last in finding.content):
        return "indirect"
    inside = total = 0
    for first, last in finding.content:
        for at in range(first + (page.lower[first] == "that"), last):
            if page.token[at][0].isalnum():
                total += 1
                inside += page.quote_of[at] >= 0
    return "direct" if inside == total else "mixed" if inside else "indirect"
