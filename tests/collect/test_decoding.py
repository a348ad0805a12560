"""Which codec a document is in: marks and valid UTF-8 are proof, labels are checked, guesses come last."""

import pytest

from sayso.collect.decoding import decoded, encoding_of

QUOTE = "“We shall not sign,” Minister Élodie Straße said — “not today.”"
CYRILLIC = "Министр заявил, что переговоры продолжатся в понедельник утром."


@pytest.mark.parametrize(
    ("codec", "expected"), [("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-32", "utf-32"), ("utf-8", "utf-8")]
)
def test_a_byte_order_mark_settles_it_and_is_no_part_of_the_text(codec: str, expected: str) -> None:
    data = QUOTE.encode(codec)
    assert encoding_of(data) == expected
    assert decoded(data, expected) == QUOTE


def test_a_big_endian_mark_is_read_too() -> None:
    data = b"\xfe\xff" + QUOTE.encode("utf-16-be")
    assert decoded(data, encoding_of(data)) == QUOTE


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [QUOTE, CYRILLIC, "حکومتی ترجمان نے کہا کہ بات چیت جاری رہے گی۔"])
def test_utf_16_without_a_mark_is_known_by_its_high_bytes(text: str, codec: str) -> None:
    assert encoding_of(text.encode(codec)) == codec


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "windows-1251", "shift_jis", "us-ascii", "utf-16"])
def test_a_wrong_label_loses_against_valid_utf_8(label: str) -> None:
    assert encoding_of(QUOTE.encode(), f"text/html; charset={label}") == "utf-8"


def test_a_wrong_utf_8_label_loses_against_bytes_that_are_none() -> None:
    data = b'<meta charset="utf-8"><p>' + QUOTE.encode("cp1252")
    assert encoding_of(data, "text/html; charset=utf-8") == "cp1252"


def test_latin_1_is_read_as_windows_1252_as_browsers_do() -> None:
    data = QUOTE.encode("cp1252")
    assert decoded(data, encoding_of(data, "text/plain; charset=ISO-8859-1")) == QUOTE


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_a_label_that_the_bytes_bear_out_is_believed(codec: str) -> None:
    label = {"cp1251": "windows-1251", "koi8-r": "koi8-r"}[codec]
    assert encoding_of(CYRILLIC.encode(codec), f'text/plain; charset="{label}"') == codec


def test_a_label_in_the_page_wins_over_the_default_of_a_server() -> None:
    data = b"<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head>"
    assert encoding_of(data + CYRILLIC.encode("cp1251"), "text/html; charset=ISO-8859-1") == "cp1251"


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_latin_1_loses_against_words_in_another_script(codec: str) -> None:
    assert encoding_of(CYRILLIC.encode(codec), "text/html; charset=iso-8859-1") == codec


def test_an_xml_declaration_is_a_label() -> None:
    data = b"<?xml version='1.0' encoding='koi8-r'?><rss>" + CYRILLIC.encode("koi8-r")
    assert encoding_of(data) == "koi8-r"


def test_a_label_that_puts_foreign_letters_into_latin_words_is_wrong() -> None:
    data = "Le café était fermé, a déclaré le général à Orléans.".encode("cp1252")
    assert encoding_of(data, "text/html; charset=windows-1251") == "cp1252"


@pytest.mark.parametrize("label", ["rot13", "utf-7", "nonsense", "base64", "idna", "x" * 500])
def test_a_label_that_is_no_charset_of_the_web_is_ignored(label: str) -> None:
    assert encoding_of(QUOTE.encode("cp1252"), f"text/plain; charset={label}") == "cp1252"


@pytest.mark.parametrize(
    ("text", "codec"), [(CYRILLIC, "cp1251"), ("政府发言人周一表示会谈将继续进行。" * 2, "gb18030")]
)
def test_without_a_label_the_detector_decides(text: str, codec: str) -> None:
    data = text.encode(codec)
    assert decoded(data, encoding_of(data)) == text


def test_a_few_odd_bytes_are_western() -> None:
    assert encoding_of(b"The caf\xe9 was shelled, he said.") == "cp1252"


def test_a_damaged_byte_does_not_undo_utf_8() -> None:
    data = ("“No.” " * 20).encode() + b"\xff and more " + "“Yes.”".encode()
    assert encoding_of(data) == "utf-8"


def test_a_text_cut_in_the_middle_of_a_character_stays_utf_8() -> None:
    assert encoding_of((QUOTE * 3).encode()[:-2]) == "utf-8"


def test_iso_2022_jp_needs_its_label() -> None:
    data = "会談は月曜日に再開した。".encode("iso2022_jp")
    assert encoding_of(data, "text/plain; charset=iso-2022-jp") == "iso2022_jp"


def test_line_breaks_are_kept_as_they_are() -> None:
    assert decoded(b"one\r\ntwo\rthree\n", "utf-8") == "one\r\ntwo\rthree\n"
