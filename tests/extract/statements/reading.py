"""What the tests of this room read rows with: words instead of offsets; `rows` by the whole reader, `ruled` by rule."""

from __future__ import annotations

from typing import NamedTuple

from sayso.extract.statements import attributions
from sayso.extract.statements.acts import act_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.forms import form_of
from sayso.extract.statements.rules import findings_of
from sayso.extract.statements.sentences import Page, page_of
from sayso.extract.statements.speakers import speakers_of
from sayso.model import Attribution, Party


class Row(NamedTuple):
    source: str | None
    cue: str | None
    content: tuple[str, ...]
    found: Attribution


def rows(text: str) -> list[Row]:
    """What the whole reader finds."""
    return [_row(text, found) for found in attributions(text)]


def ruled(text: str) -> list[Row]:
    """What the rules find by themselves, with speakers and acts by rule."""
    page = page_of(text)
    findings = findings_of(page)
    heard = (one for one, _ in speakers_of(page, findings))
    parties = [Party(None, one.name, one.kind, one.resolved_by) if one else None for one in heard]
    place = {id(finding): number for number, finding in enumerate(findings)}
    return [
        _row(text, _attribution(page, finding, party, place.get(id(finding.outer))))
        for finding, party in zip(findings, parties, strict=True)
    ]


def only(text: str) -> Row:
    """The one row that the whole reader finds."""
    found = rows(text)
    assert len(found) == 1, found
    return found[0]


def only_ruled(text: str) -> Row:
    """The one row that the rules find."""
    found = ruled(text)
    assert len(found) == 1, found
    return found[0]


def _row(text: str, found: Attribution) -> Row:
    def words(part: tuple[int, int] | None) -> str | None:
        return text[slice(*part)] if part else None

    return Row(words(found.source), words(found.cue), tuple(text[slice(*part)] for part in found.content), found)


def _attribution(page: Page, finding: Finding, party: Party | None, outer: int | None) -> Attribution:
    content = tuple(page.span(*part) for part in finding.content)
    said = " ".join(page.text[slice(*part)] for part in content)
    return Attribution(
        source=page.span(*finding.source) if finding.source else None,
        cue=page.span(*finding.cue) if finding.cue else None,
        content=content,
        act=finding.act or act_of(finding.entry, said, negated=finding.negated),
        form=form_of(page, finding),
        confidence=0.0,
        party=party,
        negated=finding.negated,
        nested_in=outer,
    )
