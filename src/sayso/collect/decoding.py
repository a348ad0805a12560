"""Bytes to text: which codec a document is really in, whatever its labels say.

What comes in: bytes and the media type that the transport declared. What goes out: the name of the exact Python codec,
so that `data.decode(name, errors="replace")` is the text that all raw offsets count in. A byte order mark is proof;
valid multi-byte UTF-8 is as good as proof; a label is believed only where the bytes bear it out.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

__all__ = ["decoded", "encoding_of"]

_LABEL_WINDOW = 4096
"""Bytes from the start in which a page or an XML document may name its charset; browsers look at 1024."""
_SAMPLE = 65_536
_DETECTOR_SAMPLE = 16_384
_ENOUGH = 12
"""Bytes beyond ASCII that the detector needs; on fewer it guesses rare charsets for a single accented letter."""
_LAST_RESORT = "cp1252"

_TRANSPORT = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_IN_DOCUMENT = (
    re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]+)"),
    re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
)
_OTHER_SCRIPT = "\u0370-\u1dff\u2c00-\ud7ff\uff61-\uff9f"
_BEYOND = re.compile(rb"[\x80-\xff]+")
_OTHER_RUN = re.compile(f"[{_OTHER_SCRIPT}]+")
_OTHER_IN_WORD = re.compile(f"(?<=[A-Za-z])[{_OTHER_SCRIPT}]+|[{_OTHER_SCRIPT}]+(?=[A-Za-z])")


def decoded(data: bytes, encoding: str) -> str:
    """The text of some bytes; what cannot be decoded becomes U+FFFD.

    >>> decoded(b"caf\\xe9", "cp1252")
    'café'
    """
    return data.decode(encoding, errors="replace")


def encoding_of(data: bytes, media_type: str | None = None) -> str:
    """The Python codec that a document's bytes are in.

    >>> encoding_of("“No,” he said".encode(), "text/plain; charset=iso-8859-1")
    'utf-8'
    """
    marked = _by_mark(data) or _by_zeros(data)
    if marked:
        return marked
    labels = list(_labels(data, media_type))
    if b"\x1b" in data and "iso2022_jp" in labels and _decodes(data, "iso2022_jp"):
        return "iso2022_jp"
    if _is_utf8(data):
        return "utf-8"
    return next((label for label in labels if _bears_out(data, label)), None) or _detected(data)


def _by_mark(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and _decodes(data, "utf-32"):
        return "utf-32"
    return "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else None


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is zero, or one of the few that stand for the script of the text."""
    sample = data[:2000]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    if _is_high_half(odd, even):
        return "utf-16-le"
    return "utf-16-be" if _is_high_half(even, odd) else None


def _is_high_half(high: bytes, low: bytes) -> bool:
    """Are these the high bytes of UTF-16: mostly zero, or of few kinds, while the low ones are none of it?"""
    zeros, kinds = high.count(0), len(set(high))
    if low.count(0) > 0.05 * len(low) or not zeros:
        return False
    return zeros > 0.4 * len(high) or (len(high) >= 20 and kinds <= 6 and len(set(low)) >= 2 * kinds)


def _labels(data: bytes, media_type: str | None) -> Iterator[str]:
    """Declared codecs, the likelier first: Latin-1 is mostly a server's default, so it yields to any other label."""
    found = [match[1] for match in [_TRANSPORT.search(media_type or "")] if match]
    head = data[:_LABEL_WINDOW]
    found += [match[1].decode("ascii", "replace") for pattern in _IN_DOCUMENT if (match := pattern.search(head))]
    names = [str(map_encoding_to_html5(label)) for label in found]
    yield from sorted(names, key=lambda name: name == _LAST_RESORT)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    """Valid UTF-8, or UTF-8 with a rare damaged byte in it: one in five characters beyond ASCII at most."""
    if data.isascii() or _decodes(data, "utf-8"):
        return True
    text = data[:_SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond = sum(map(len, re.findall(r"[^\x00-\x7f]+", text))) - bad
    return beyond >= 4 * bad


def _bears_out(data: bytes, label: str) -> bool:
    """Do the bytes read as text in the declared codec? UTF-8 has been ruled out before."""
    if label == _LAST_RESORT:
        return _is_western(data)
    if label == "utf-8" or (label.startswith("utf-16") and b"\0" not in data):
        return False
    return _decodes(data, label) and not _mixes_scripts(data, label)


def _is_western(data: bytes) -> bool:
    """Do bytes beyond ASCII stand alone or in pairs, as accents and quotes do? In other scripts they make up words."""
    runs = [len(run) for run in _BEYOND.findall(data[:_SAMPLE])]
    return 2 * sum(run for run in runs if run > 2) <= sum(runs)


def _mixes_scripts(data: bytes, encoding: str) -> bool:
    """Do most foreign letters stand inside Latin words (`cafй`)? Then the codec is not the one it was written in."""
    text = decoded(data[:_SAMPLE], encoding)
    runs = len(_OTHER_RUN.findall(text))
    return 2 * len(_OTHER_IN_WORD.findall(text)) > runs


def _detected(data: bytes) -> str:
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if beyond < _ENOUGH:
        return _LAST_RESORT
    guess = str(detect_encoding(data, max_len=_DETECTOR_SAMPLE))
    if guess == "utf-8" or not _bears_out(data, guess) or decoded(data, guess) == decoded(data, _LAST_RESORT):
        return _LAST_RESORT
    return guess
