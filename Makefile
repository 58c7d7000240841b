# On a fresh machine, run `make demo` or `make test`. Each first creates its own environment.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLE := quotex/samples/harbour_bridge.txt

.PHONY: demo test train test-training train-stanza test-stanza test-clusters distil wheel-check lint docs \
  figures bench growth occasions fuzz mutants confidence screenshots test-browser notebooks constraints clean

$(VENV)/ready: constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(VENV)/ready
	$(BIN)/quotex extract $(SAMPLE) --published 2024-05-09

# Tests run in JOBS processes. All tests of a file run in the same process, so its fixtures are made
# only once. `python -m pytest FILE` runs a single file.
JOBS ?= 2
PYTEST := OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder
test: $(VENV)/ready
	$(PYTEST)

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Build the documentation site in build/docs.
docs: $(VENV)/ready
	$(BIN)/python -m sphinx -W -q -b html docs build/docs

# Measure accuracy and speed again and update their page: CORPORA is the folder of the gold files,
# GOLD="files" are more of them.
FIGURES := OMP_NUM_THREADS=1 $(BIN)/python -m docs.figures
figures: $(VENV)/ready
	mkdir -p build/blind
	$(BIN)/python -m tests.accuracy.world.corpus tests/accuracy/world/texts > build/blind/world.jsonl
	$(FIGURES) accuracy $(CORPORA)/polnear/dev.jsonl $(CORPORA)/speech-events/dev.jsonl \
	  $(CORPORA)/opennews/dev.jsonl build/blind/world.jsonl $(GOLD) --engine spacy quotex
	$(FIGURES) speed $(CORPORA)/opennews/dev.jsonl --engine spacy quotex

# Check that the wheel works alone and with each light extra, installed by an old pip (PIP=… for others).
wheel-check: $(VENV)/ready
	$(BIN)/python -m tests.wheel_check $(if $(PIP),--pip $(PIP))

# Measure words per second compared with the bare language model, load time and memory: GOLD="files"
# for texts other than the sample, DETECTORS="hybrid" for fewer detectors, ROUNDS=3.
bench: $(VENV)/ready
	OMP_NUM_THREADS=1 $(BIN)/python -m quotex.evaluation.speed $(GOLD) \
	  $(if $(DETECTORS),--detectors $(DETECTORS)) $(if $(ROUNDS),--rounds $(ROUNDS)) \
	  $(if $(ENGINE),--engine $(ENGINE))

# Measure the time per word as an article grows: WORDS="1000 10000", DETECTOR=rules for other than
# the defaults.
growth: $(VENV)/ready
	OMP_NUM_THREADS=1 $(BIN)/python -m quotex.evaluation.growth \
	  $(if $(WORDS),--words $(WORDS)) $(if $(DETECTOR),--detector $(DETECTOR))

# Fuzz for SECONDS; findings are written to .fuzz and belong in tests/fuzz/corpus, with the fix.
SECONDS ?= 600
fuzz: $(VENV)/fuzzable
	mkdir -p .fuzz
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.fuzz.harness -max_total_time=$(SECONDS) -max_len=1000 \
	  -timeout=60 -dict=tests/fuzz/dictionary.txt -artifact_prefix=.fuzz/ .fuzz tests/fuzz/corpus

$(VENV)/fuzzable: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz
	touch $@

# Take screenshots of the notebook view and of the server's page, in light and dark mode, at desktop
# and phone size, into screenshots/. This needs Chromium: apt-get install chromium.
screenshots: $(VENV)/browser
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.views.screenshots screenshots

# Test the views and the server's page in a browser: filters, tooltips, phone width, no pauses. If npm
# is installed, also check the page with axe-core.
test-browser: $(VENV)/browser
	$(PYTEST) tests/views/test_browser.py tests/server/test_page_browser.py

# Run the notebooks and store their output; read the diff.
notebooks: $(VENV)/ready
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.test_notebooks

$(VENV)/browser: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group browser
	if command -v npm > /dev/null; then npm install --silent --no-audit --prefix $(VENV) axe-core@4.14.1; fi
	touch $@

# Mutation testing: how many of COUNT small faults in a package its own tests notice; another SEED
# draws other faults.
COUNT ?= 60
SEED ?= 1
mutants: $(VENV)/ready
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.mutants --count $(COUNT) --seed $(SEED)

# Measure the rules' confidence again: GOLD=train.jsonl WORLD="files of other kinds of news".
confidence: $(VENV)/ready
	$(BIN)/python -m quotex.evaluation.confidence $(GOLD) $(WORLD) > confidence.new
	mv confidence.new quotex/quotations/confidence.toml

# Learn again which event a quotation probably belongs to: GOLD="files with days and venues".
occasions: $(VENV)/ready
	$(BIN)/python -m tests.accuracy.world.corpus tests/accuracy/practice/read > practice.jsonl
	$(BIN)/python -m models.occasions $(GOLD) practice.jsonl
	rm practice.jsonl

# Train the attribution model again: GOLD=train.jsonl DEV=dev.jsonl, and WORLD="files" of other kinds
# of news for a second stage. Run it again to resume where it stopped. FOLDS are groups of publishers,
# each left out of one training; confidence is fitted on their articles and a part of the world news.
# DATA=note.toml describes the data in the card; WORLD_DEV="files" are measured in the card as well.
FOLDS ?= breitbart,nyt huff-post,politico usa-today,wash-post,west-journal
TRAIN := $(VENV)/bin/python -m models.training
WORLDS = $(foreach file,$(WORLD),--world $(file))
train: $(VENV)/trainable
	$(TRAIN) train $(GOLD)
	$(if $(WORLD),$(TRAIN) go-on $(GOLD) $(WORLDS))
	$(TRAIN) folds $(GOLD) $(WORLDS) --epochs 3 $(foreach fold,$(FOLDS),--without $(fold))
	$(TRAIN) build $(GOLD) $(WORLDS) $(foreach fold,$(FOLDS),--without $(fold))
	$(TRAIN) card $(DEV) $(foreach file,$(WORLD_DEV),--world $(file)) $(if $(DATA),--data $(DATA))

# Test the training recipes, which need torch.
test-training: $(VENV)/trainable
	$(PYTEST) tests/models

# Test the Stanza engine, with torch from the training environment.
test-stanza: $(VENV)/stanza
	$(PYTEST) $(wildcard tests/*/test_stanza*.py) tests/parse/stanza tests/models/stanza

$(VENV)/stanza: $(VENV)/trainable
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group stanza
	touch $@

# Test under Ray and Spark; the Spark tests are skipped without Java (Debian: openjdk-17-jre-headless).
test-clusters: $(VENV)/clusters
	$(PYTEST) tests/clusters

$(VENV)/clusters: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group clusters
	touch $@

# Train the small Stanza pipeline again: GUM and EWT are the folders of those corpora, NEWS="files" of
# news articles for the entity recogniser, NEWS_DEV a file that was not trained on. Results of an
# earlier run in build/stanza are kept.
train-stanza: $(VENV)/stanza
	OMP_NUM_THREADS=1 $(BIN)/python -m models.stanza train --gum $(GUM) --ewt $(EWT) \
	  $(foreach file,$(NEWS),--news $(file))
	OMP_NUM_THREADS=1 $(BIN)/python -m models.stanza measure --gum $(GUM) --ewt $(EWT) --news $(NEWS_DEV)

# Distil the joint encoder again: GOLD and WORLD as above, and TEXTS="files or folders" without
# annotations. Run it again to resume where it stopped; DEVICE=cuda trains on a GPU.
DEVICE ?= cpu
DISTIL := $(VENV)/bin/python -m models.distilling
distil: $(VENV)/trainable
	OMP_NUM_THREADS=1 $(DISTIL) prepare $(GOLD) $(WORLDS) $(foreach path,$(TEXTS),--text $(path))
	$(DISTIL) train --device $(DEVICE)
	$(DISTIL) build
	$(DISTIL) eight-bits $(GOLD) $(WORLDS)

# The training requirements are listed only in pyproject.toml; pip reads groups from version 25.1 on.
$(VENV)/trainable: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group train
	touch $@

# Pin and hash everything again after a change in pyproject.toml.
constraints:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --extra pandas --extra polars --extra tables --extra html --group test \
	  --group lint --group build --output-file constraints.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
