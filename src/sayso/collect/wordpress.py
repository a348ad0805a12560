"""Posts of the WordPress REST interface: a post as a JSON object comes in, a draft with its metadata goes out.

Source: developer.wordpress.org/rest-api/reference/posts. `date` is local time of the site, `date_gmt` UTC; `author` is
a number, names stand in `_embedded` or in what SEO plug-ins add. Exports with plain strings instead of `rendered`
are read too.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collect.found import Fault
from sayso.collect.json_positions import JsonArray, JsonObject, JsonText, JsonValue
from sayso.collect.markup import source_of
from sayso.collect.metadata import authors, dated, language, named, utc, web_address
from sayso.model import Aligned, Draft, Metadatum

__all__ = ["is_post", "post_draft"]

_POST_KEYS = frozenset({"date_gmt", "modified_gmt", "guid", "slug", "status", "_links", "excerpt", "yoast_head_json"})
_MARKS = 2


def is_post(record: JsonObject) -> bool:
    """Is this object a post of WordPress, in its REST form or exported with plain strings?"""
    if any(isinstance(record.get(*path), JsonText) for path in (("content", "rendered"), ("excerpt", "rendered"))):
        return True
    return "content" in record.members and len(_POST_KEYS & record.members.keys()) >= _MARKS


def post_draft(post: JsonObject) -> Draft | Fault:
    """The post as a draft, or why it is none: protected by a password, or without any text."""
    body, complete = _rendered(post.get("content")), True
    if _is_blank(body):
        if _is_true(post.get("content", "protected")) or _is_true(post.get("protected")):
            return Fault("E305", "is protected by a password and shows no body")
        body, complete = _rendered(post.get("excerpt")), False
    if body is None or _is_blank(body):
        return Fault("E304", "has no text in content or excerpt")
    given = tuple(_given(post))
    url = next((metadatum.value for metadatum in given if metadatum.field == "url"), None)
    return Draft(*source_of(body.aligned(), ("json",)), given=given, url=url, complete=complete)


def _rendered(value: JsonValue | None) -> JsonText | None:
    if isinstance(value, JsonObject):
        value = value.get("rendered") if not _is_blank(value.get("rendered")) else value.get("raw")
    return value if isinstance(value, JsonText) else None


def _is_blank(value: JsonValue | None) -> bool:
    return not isinstance(value, JsonText) or not value.text.strip()


def _is_true(value: JsonValue | None) -> bool:
    return value is not None and not isinstance(value, (JsonObject, JsonArray)) and value.text == "true"


def _given(post: JsonObject) -> Iterator[Metadatum]:
    yield from named("title", _string(_rendered(post.get("title"))), "wordpress.title")
    yield from dated("published", _at(post, "date"), "wordpress.date")
    yield from utc("published", _at(post, "date_gmt"), "wordpress.date_gmt")
    yield from dated("modified", _at(post, "modified"), "wordpress.modified")
    yield from utc("modified", _at(post, "modified_gmt"), "wordpress.modified_gmt")
    yield from _people(post)
    yield from language(_at(post, "lang"), "wordpress.lang")
    yield from web_address(_at(post, "link"), "wordpress.link")
    yield from _yoast(post)
    yield from _parsely(post)
    yield from web_address(_string(_rendered(post.get("guid"))), "wordpress.guid")


def _people(post: JsonObject) -> Iterator[Metadatum]:
    for person in _items(post.get("_embedded", "author")):
        yield from authors(_at(person, "name"), "wordpress.embed")
    for group in _lists(post.get("_embedded", "wp:term")):
        for term in _items(group):
            yield from _term(term, _at(term, "taxonomy").text)
    for path in (("author",), ("author_name",), ("author_info", "display_name"), ("author", "name")):
        yield from authors(_at(post, *path), "wordpress.author")


def _term(term: JsonObject, taxonomy: str) -> Iterator[Metadatum]:
    if taxonomy == "author":  # plug-ins for several authors keep them as terms of a taxonomy of this name
        yield from authors(_at(term, "name"), "wordpress.term")
    elif taxonomy in ("category", "post_tag"):
        yield from named("term", _at(term, "name"), f"wordpress.{taxonomy}")


def _yoast(post: JsonObject) -> Iterator[Metadatum]:
    head = post.get("yoast_head_json")
    if not isinstance(head, JsonObject):
        return
    yield from authors(_at(head, "author"), "yoast.author")
    yield from named("outlet", _at(head, "og_site_name"), "yoast.og_site_name")
    yield from dated("published", _at(head, "article_published_time"), "yoast.article_published_time")
    yield from dated("modified", _at(head, "article_modified_time"), "yoast.article_modified_time")
    yield from named("title", _at(head, "og_title"), "yoast.og_title")
    yield from named("title", _at(head, "title"), "yoast.title")
    yield from language(_at(head, "og_locale"), "yoast.og_locale")
    yield from web_address(_at(head, "canonical"), "yoast.canonical")


def _parsely(post: JsonObject) -> Iterator[Metadatum]:
    meta = post.get("parsely", "meta")
    if not isinstance(meta, JsonObject):
        return
    yield from named("title", _at(meta, "headline"), "parsely.headline")
    for person in _items(meta.get("author")):
        yield from authors(_at(person, "name"), "parsely.author")
    yield from named("outlet", _at(meta, "publisher", "name"), "parsely.publisher")
    yield from dated("published", _at(meta, "datePublished"), "parsely.datePublished")
    yield from dated("modified", _at(meta, "dateModified"), "parsely.dateModified")


def _at(holder: JsonObject, *path: str) -> Aligned:
    """The string that a path leads to; empty where there is none."""
    return _string(holder.get(*path))


def _string(value: JsonValue | None) -> Aligned:
    return value.aligned() if isinstance(value, JsonText) else Aligned("", ())


def _items(value: JsonValue | None) -> list[JsonObject]:
    """The objects of an array, or the one object that stands in its place."""
    items = value.items if isinstance(value, JsonArray) else [value]
    return [item for item in items if isinstance(item, JsonObject)]


def _lists(value: JsonValue | None) -> list[JsonValue]:
    return value.items if isinstance(value, JsonArray) else []
