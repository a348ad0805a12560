"""The benchmark that reads sentences with a pair each and codes them."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import numpy as np
import pytest
from benchmarks.plover import FormError, coded, features_of, folds, lexicon_alone, macro_f1, main, read, score, write
from training.events.plover import Example, gold_records, own

from sayso.extract.events.pairs import pair_of
from sayso.schema.plover import roots

HEAD = "sentence\tsource\ttarget"
ROWS = (
    "Malta accused Cyprus of dumping oil.\tMalta\tCyprus",
    "Rebels shelled the town.\tRebels\tthe town",
    '"We will march on Lima," miners said.\tminers\ta recipient',
    "Malta accused Cyprus of dumping oil.\tCyprus\tMalta",
)


def put(tmp_path: Path, head: str, *rows: str) -> Path:
    path = tmp_path / "in.tsv"
    path.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    return path


def test_there_is_one_root_a_row_in_their_order(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write(coded(read(put(tmp_path, HEAD, *ROWS[:2], ROWS[3]))), out)
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["root"] for row in told[:2]] == ["ACCUSE", "ASSAULT"]
    assert len(told) == 3
    assert all(set(row) == {"root"} and row["root"] in roots() for row in told)


def test_rows_do_not_change_each_other(tmp_path: Path) -> None:
    together = coded(read(put(tmp_path, HEAD, *ROWS)))
    assert together == [coded(read(put(tmp_path, HEAD, row)))[0] for row in ROWS]


def test_gold_and_other_columns_may_be_there(tmp_path: Path) -> None:
    path = put(tmp_path, f"id\t{HEAD}\tgold_root", f"7\t{ROWS[0]}\tACCUSE", f"8\t{ROWS[1]}\t")
    assert [row.gold for row in read(path)] == ["ACCUSE", None]


def test_a_file_without_a_column_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "sentence\tsource", "Malta met Cyprus.\tMalta")
    with pytest.raises(FormError, match="no column target"):
        read(path)
    monkeypatch.setattr(sys, "argv", ["plover", "--input", str(path)])
    with pytest.raises(SystemExit, match=r"in\.tsv: it has no column target"):
        main()


def test_the_command_writes_predictions_and_prints_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = put(tmp_path, f"{HEAD}\tgold_root", f"{ROWS[0]}\tACCUSE"), tmp_path / "out.jsonl"
    monkeypatch.setattr(sys, "argv", ["plover", "--input", str(path), "--predictions", str(out)])
    main()
    assert out.read_text("utf-8") == '{"root": "ACCUSE"}\n'
    assert "root=1.0" in capsys.readouterr().out


def test_concede_and_retreat_count_as_one() -> None:
    assert score(["YIELD", "AID"], ["RETREAT", "AID"]).root == 1


def test_classes_of_the_gold_count_alike() -> None:
    assert macro_f1(["a", "a", "a", "b"], ["a", "a", "a", "a"]) == pytest.approx((6 / 7) / 2, abs=1e-4)


def test_a_sentence_is_in_one_fold() -> None:
    sentences = [f"s{at % 30}" for at in range(90)]
    fold = folds(sentences)
    assert set(fold) == {0, 1, 2, 3, 4}
    assert all(len({f for s, f in zip(sentences, fold, strict=True) if s == one}) == 1 for one in set(sentences))


def test_the_lexicon_alone_gives_the_root_of_the_best_frame(tmp_path: Path) -> None:
    assert [lexicon_alone(each) for each in features_of(read(put(tmp_path, HEAD, *ROWS[:2])))] == ["ACCUSE", "ASSAULT"]


def test_weights_are_learned_alike_twice_and_tell_their_rows_apart(tmp_path: Path) -> None:
    fitted = pytest.importorskip(
        "training.events.pair_fit", reason="fitting needs scipy (the extra train)", exc_type=ImportError
    ).fitted
    rows = features_of(read(put(tmp_path, HEAD, *ROWS[:2]))) * 3
    wanted = ["ACCUSE", "YIELD"] * 3
    one, other = fitted(rows, wanted), fitted(rows, wanted)
    assert np.array_equal(one.vectors, other.vectors)
    assert np.array_equal(one.named, other.named)
    assert pair_of(rows[0], one).root == "ACCUSE"
    assert pair_of(rows[1], one).root in ("CONCEDE", "RETREAT")


def test_every_own_sentence_names_its_pair_and_a_root() -> None:
    wrong = [row for row in own() if row.root not in roots() or not all(p in row.sentence for p in (row[1], row[2]))]
    assert not wrong


@pytest.mark.parametrize(
    ("root", "mode", "text", "today"),
    [
        ("DEMAND", None, "x", "REQUEST"),
        ("INVESTIGATE", None, "x", "ACCUSE"),
        ("FIGHT", "firearms", "x", "ASSAULT"),
        ("COERCE", "destroy", "x", "ASSAULT"),
        ("SANCTION", None, "It imposed sanctions.", "COERCE"),
        ("SANCTION", None, "It expelled an envoy.", "SANCTION"),
    ],
)
def test_older_roots_are_brought_to_those_of_today(
    tmp_path: Path, root: str, mode: str | None, text: str, today: str
) -> None:
    path = tmp_path / "gold.jsonl"
    row = {"text": text, "root": root, "mode": mode, "source": [{"text": "It"}], "target": []}
    path.write_text(json.dumps(row) + "\n" + json.dumps(row | {"text": "Held back."}) + "\n", "utf-8")
    assert list(gold_records(path, ["held back"])) == [Example(text, "It", "", today)]


@pytest.mark.shared
def test_the_scores_are_those_of_the_shared_scorer(tmp_path: Path, shared: Path) -> None:
    scorer = runpy.run_path(str(shared / "score/plover.py"))
    gold, found = ["YIELD", "AID", "AGREE", "ASSAULT", "ASSAULT"], ["RETREAT", "AGREE", "AGREE", "ASSAULT", "AID"]
    assert scorer["macro_f1"](["YIELD", *gold[1:]], ["YIELD", *found[1:]]) == score(gold, found).root
