"""A fresh worker has everything loaded before its first document."""

import subprocess
import sys

from sayso.warm import FOUND


def test_every_example_is_read_whole() -> None:
    assert [found.status for found in FOUND] == ["read", "read", "read"]
    assert all(found.articles[0].repairs for found in FOUND)
    assert all("Close Menu" not in found.articles[0].text for found in FOUND)


def test_nothing_is_left_to_load() -> None:
    code = (
        "import sayso.warm, sys; from sayso.process import process; before = set(sys.modules);"
        "[process(document) for document in sayso.warm.EXAMPLES];"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
