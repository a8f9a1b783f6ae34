# filmkb: `make run` serves the site, `make test` checks everything. See `make help`.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 18

# --- setting up -----------------------------------------------------------------------------

$(BIN)/python:
	@scripts/make-venv "$(PYTHON)" $(VENV)

$(VENV)/.installed: requirements/base.txt | $(BIN)/python
	@echo "Installing what the site needs …"
	@$(PIP) install --require-hashes --no-deps -r requirements/base.txt
	@touch $@

$(VENV)/.installed-dev: requirements/dev.txt $(VENV)/.installed
	@echo "Installing what the checks need …"
	@$(PIP) install --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

$(VENV)/.installed-bench: requirements/bench.txt $(VENV)/.installed
	@echo "Installing what is measured beside the site …"
	@$(PIP) install --require-hashes --no-deps -r requirements/bench.txt
	@touch $@

.PHONY: setup
setup: $(VENV)/.installed ## Make the environment in .venv (the others do it first)

.PHONY: setup-dev
setup-dev: $(VENV)/.installed-dev

# --- running --------------------------------------------------------------------------------

.PHONY: run
run: setup ## Serve the site on http://127.0.0.1:8000/ (PORT=… for another port)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) rebuild_search --if-stale
	@$(MANAGE) import_documents --if-empty fixtures/documents
	@PORT=$(PORT) exec $(BIN)/gunicorn --config python:filmkb.gunicorn filmkb.wsgi

.PHONY: admin
admin: setup ## Make an account for the admin
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createsuperuser

# --- checking -------------------------------------------------------------------------------

.PHONY: test
test: lint types rooms django-checks suite ## Run every check and the whole suite

.PHONY: lint
lint: setup-dev ## Check format and style
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

.PHONY: types
types: setup-dev ## Check the types
	@$(BIN)/mypy

.PHONY: rooms
rooms: setup-dev ## Check that the rooms import one way
	@$(BIN)/lint-imports

.PHONY: django-checks
django-checks: setup-dev
	@$(MANAGE) makemigrations --check --dry-run
	@HTTPS=1 $(MANAGE) check --deploy --fail-level WARNING

# The suite on SQLite, then on the PostgreSQL server that POSTGRES_URL names. REQUIRE_POSTGRES=1 and
# REQUIRE_BROWSER=1 turn a missing server or browser from a skip into a failure. Bytecode is kept even
# where the shell forbids it: the suite starts some eighty processes.
.PHONY: suite
suite: setup-dev
	@echo "The suite on SQLite"
	@env -u DATABASE_URL -u PYTHONDONTWRITEBYTECODE $(PYTEST)
	@if [ -n "$${POSTGRES_URL:-}" ]; then \
		echo "The suite on PostgreSQL"; \
		env -u PYTHONDONTWRITEBYTECODE DATABASE_URL="$$POSTGRES_URL" $(PYTEST); \
	elif [ -n "$${REQUIRE_POSTGRES:-}" ]; then \
		echo "PostgreSQL is required, but POSTGRES_URL names no server." >&2; exit 1; \
	else \
		echo "Skipped: the suite on PostgreSQL. Set POSTGRES_URL=postgres://user:password@host/database to run it."; \
	fi

.PHONY: format
format: setup-dev ## Format the code
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

# --- measuring ------------------------------------------------------------------------------

SCORER ?= ../shared/eval/score.py
DOCUMENTS ?=
GOLD ?= $(DOCUMENTS)

.PHONY: eval
eval: setup ## Score a folder of annotated documents (DOCUMENTS=… SCORER=… ERRORS=all|NAME)
	@scripts/evaluate $(BIN)/python "$(DOCUMENTS)" "$(GOLD)" "$(SCORER)" $(if $(ERRORS),--errors "$(ERRORS)")

# With a collection of plots at hand these are measured; without one, the sample documents are.
CORPORA ?= ../shared/corpora
TEXTS ?= $(if $(wildcard $(CORPORA)/plotbot),$(CORPORA)/plotbot,fixtures/documents)

.PHONY: bench
# Pages are measured on SQLite, and on the PostgreSQL server that POSTGRES_URL names, too.
bench: $(VENV)/.installed-bench ## Measure time and memory (TEXTS=… PARTS=… SIZES=… BASES=…; WRITE=docs/benchmarks.md keeps the tables)
	@$(BIN)/python -m benchmarks "$(TEXTS)" $(if $(PARTS),--parts "$(PARTS)") $(if $(SIZES),--sizes "$(SIZES)") \
		$(if $(BASES),--bases "$(BASES)") \
		$(if $(WRITE),--write "$(WRITE)")

.PHONY: screenshots
screenshots: setup-dev ## Take pictures of the main pages into screenshots/
	@$(BIN)/python scripts/take_screenshots.py

# --- upkeep ---------------------------------------------------------------------------------

COMPILE = CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile --quiet --upgrade --generate-hashes \
	--strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links pyproject.toml

.PHONY: requirements
requirements: setup-dev ## Bring the pinned requirements up to date with pyproject.toml
	@$(COMPILE) --output-file requirements/base.txt
	@for extra in cluster bench dev; do \
		$(COMPILE) --extra $$extra --constraint requirements/base.txt --output-file requirements/$$extra.txt; \
	done

PLOTS ?= ../shared/corpora
.PHONY: word-shares
word-shares: setup ## Count words over a folder of plots again (PLOTS=…), for telling films apart
	@$(BIN)/python scripts/count_words.py $(PLOTS)

.PHONY: word-neighbours
word-neighbours: setup ## Find words of like company in a folder of plots again (PLOTS=…)
	@$(BIN)/python scripts/find_neighbours.py $(PLOTS)

STORYLINES ?= ../shared/eval/dev ../shared/eval/pairs
.PHONY: alignment-weights
alignment-weights: setup ## Fit the weights of joining to annotated storylines (STORYLINES=…)
	@$(BIN)/python scripts/fit_alignment.py $(STORYLINES)

.PHONY: clean
clean: ## Remove what was made, but keep the database and the key
	@rm -rf $(VENV) staticfiles build screenshots .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
