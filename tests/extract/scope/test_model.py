"""The shipped weights and lists are whole: sorted, small, without names, each word in one theme."""

from importlib.resources import files

from sayso.extract.scope.model import Model, model, themes
from sayso.extract.scope.words_of import counted, stretches

POLITICAL = ("politics", "conflict", "telling")


def test_words_of_politics_weigh_up_and_words_of_sport_weigh_down() -> None:
    weights = model().weights
    assert all(weights.get(word, 0) >= -0.1 for word in themes()["telling"])
    assert weights["parliament"] > 0 > weights["midfielder"]


def test_every_listed_word_has_a_weight_on_its_side_or_none() -> None:
    for theme, words in themes().items():
        sign = 1 if theme in POLITICAL else -1
        assert [word for word in words if model().weights.get(word, 0) * sign < -0.12] == []


def test_a_word_stands_in_one_theme() -> None:
    seen: set[str] = set()
    for theme, words in themes().items():
        if theme != "telling":
            assert not seen & words, theme
            seen |= words
    assert themes()["telling"] <= themes()["politics"] | themes()["conflict"]


def test_listed_words_are_cut_as_articles_are() -> None:
    assert [word for words in themes().values() for word in words if list(counted(None, word)) != [word]] == []


def test_the_package_data_are_small() -> None:
    folder = files("sayso.extract.scope")
    assert sum(len(folder.joinpath(name).read_bytes()) for name in ("weights.tsv", "words.toml")) < 150_000


def test_a_word_of_the_title_weighs_more() -> None:
    judged = Model(0.0, 0.3, {"war": 1.0, "goal": -1.0})
    assert judged.score(counted("War", "goal")) > 0.5 > judged.score(counted("Goal", "war"))


def test_stretches_cover_what_follows_the_opening() -> None:
    text = "one " * 3000
    assert sum(len(stretch) for stretch in stretches(text + "last")) >= 2
    assert any("last" in stretch for stretch in stretches(text + "last"))
    assert list(stretches("short")) == []
