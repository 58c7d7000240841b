# On a fresh machine: `make demo` or `make test`. Each makes its own environment first.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLE := quotex/samples/harbour_bridge.txt

.PHONY: demo test lint bench confidence constraints clean

$(VENV)/ready: constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(VENV)/ready
	$(BIN)/quotex extract $(SAMPLE) --published 2024-05-09

test: $(VENV)/ready
	$(BIN)/python -m pytest

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Words a second beside the bare language model; GOLD=file.jsonl for other texts than the sample.
bench: $(VENV)/ready
	OMP_NUM_THREADS=1 $(BIN)/python -m quotex.evaluation.speed $(GOLD)

# Measure the rules' confidence again: GOLD=train.jsonl.
confidence: $(VENV)/ready
	$(BIN)/python -m quotex.evaluation.confidence $(GOLD) > confidence.new
	mv confidence.new quotex/detection/confidence.toml

# Pin and hash everything again, after a change in pyproject.toml.
constraints:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --extra pandas --group test --group lint --group build \
	  --output-file constraints.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
