"""`spacy.load("sayso_en")` gives the pipeline, out of the package alone; who asks for less loads less."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from email.parser import HeaderParser
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import sayso
import sayso_en
from sayso.language import load

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Colonel Ana Roth said on Monday that the army had left. “We stayed,” she told reporters in Geneva."
HEAVY = {"spacy", "thinc", "onnxruntime", "numpy", "pandas", "pyarrow", "duckdb", "lxml", "trafilatura"}


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def doc() -> Doc:
    return spacy.load("sayso_en")(TEXT)


def test_a_doc_has_sentences_tags_and_trees(doc: Doc) -> None:
    assert [sentence.start for sentence in doc.sents] == [0, 12]
    assert all(word.pos_ and word.tag_ and word.lemma_ and word.dep_ for word in doc)
    said = doc[3]
    assert (said.lemma_, said.pos_, said.tag_, said.dep_) == ("say", "VERB", "VBD", "root")
    assert {word.text: word.head.text for word in doc[:12]}["left"] == "said"


def test_a_doc_has_names_and_spans_of_attribution(doc: Doc) -> None:
    assert {("PERSON", "Ana Roth"), ("DATE", "Monday"), ("GPE", "Geneva")} <= {(e.label_, e.text) for e in doc.ents}
    spans = {(span.label_, span.text) for span in doc.spans["attribution"]}
    assert {("source", "Colonel Ana Roth"), ("cue", "said"), ("content", "that the army had left")} <= spans


def test_it_is_what_the_language_layer_loads(doc: Doc) -> None:
    own = load()(TEXT)
    assert own.to_json() == doc.to_json()


def test_parts_can_be_switched_off_as_spacy_does() -> None:
    assert spacy.load("sayso_en", exclude=["sayso_reader"]).component_names == []
    assert spacy.load("sayso_en", disable="sayso_reader").pipe_names == []
    assert spacy.load("sayso_en", enable="sayso_reader").pipe_names == ["sayso_reader"]


def test_what_it_cannot_take_is_refused() -> None:
    with pytest.raises(ValueError, match="sayso_reader"):
        spacy.load("sayso_en", config={"nlp": {"batch_size": 7}})
    with pytest.raises(ValueError, match="vocabulary"):
        spacy.load("sayso_en", vocab=spacy.blank("en").vocab)


def test_it_loads_and_reads_without_a_network_and_writes_nothing() -> None:
    """Python tells an audit hook of every socket and every file that is opened."""
    out = run(
        f"""
import sys

def watch(event, given):
    reaches_out = event.startswith(("socket.", "urllib.", "http.", "ftplib.", "subprocess."))
    writes = event == "open" and isinstance(given[1], str) and set(given[1]) & set("wax+")
    if reaches_out or (writes and "__pycache__" not in str(given[0])):
        raise AssertionError(f"{{event}} {{given}}")

import spacy
sys.addaudithook(watch)
print(len(spacy.load("sayso_en")({TEXT!r}).spans["attribution"]) > 0)
"""
    )
    assert out == "True\n"


@pytest.mark.parametrize(
    "arguments", [["-c", "import sayso"], ["-m", "sayso", "--help"], ["-m", "sayso", "build", "--help"]], ids=" ".join
)
def test_no_library_is_loaded_before_it_is_needed(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "sayso" in loaded
    assert not HEAVY & {name.partition(".")[0] for name in loaded}
    assert "sayso.language" not in loaded


def test_the_encoder_is_loaded_with_the_first_text_not_with_the_pipeline() -> None:
    code = "import spacy; from sayso.language.encoder import encoder; spacy.load('sayso_en')"
    assert run(f"{code}; print(encoder.cache_info().currsize)") == "0\n"


def test_what_spacy_and_pip_are_told_is_true() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    module, name = project["project"]["entry-points"]["spacy_factories"]["sayso_reader"].split(":")
    assert callable(getattr(import_module(module), name))
    (at, to), *others = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"].items()
    assert (to, others) == ("sayso_en.egg-info/PKG-INFO", [])
    told = HeaderParser().parsestr((ROOT / at).read_text("utf-8"))
    assert (told["Name"], told["Version"]) == ("sayso_en", sayso.__version__)
    assert sayso_en.load()(TEXT).vocab.lang == "en"
    assert sayso_en.load().meta["version"] == sayso_en.__version__
