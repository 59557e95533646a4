# Two commands do everything on a machine with Python 3.11 to 3.14, git and make:
#   make site    the chronology as a website, in site/
#   make test    every check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
SOURCES := $(shell git ls-files -co --exclude-standard 2>/dev/null)

# The first Python on the path that is new enough, unless you name one: make site PYTHON=python3.13
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null \
	&& echo $$python && break; done)

.PHONY: help site serve check test lint types pytest lock bench ci clean

help: ## What can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(STAMPS)/runtime ## Run the generator over seeds/ and build the website into site/
	$(BIN)/regesta update
	$(BIN)/regesta build

serve: $(STAMPS)/runtime ## Show the website while you edit
	$(BIN)/regesta serve

check: $(STAMPS)/runtime ## Check every record, sidecar and quotation
	$(BIN)/regesta check

test: $(STAMPS)/tested ## Run every check: lint, types, tests, a real browser (at once when nothing changed)
	@echo "All checks passed."

lint: $(STAMPS)/dev ## Style, formatting, workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@if [ -x $(BIN)/actionlint ]; then echo "actionlint"; $(BIN)/actionlint; fi
	$(BIN)/zizmor --offline --quiet --no-progress .github generator/regesta/cli/templates

types: $(STAMPS)/dev ## Static types
	$(BIN)/mypy

pytest: $(STAMPS)/dev $(STAMPS)/browser ## The tests alone
	$(BIN)/pytest -n 2 -q

ci: ## What the workflows run
	$(MAKE) test
	$(MAKE) check
	$(MAKE) site

bench: $(STAMPS)/dev ## Measure: tagging, the pipeline, the site
	$(BIN)/python bench/run.py

lock: ## Lock the dependencies anew, with hashes, for every Python and platform
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --upgrade pyproject.toml requirements/build.in -o requirements/runtime.txt
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --upgrade pyproject.toml requirements/build.in requirements/dev.in \
		-o requirements/dev.txt
	rm -rf $(VENV)-lock

clean: ## Remove the environment, caches and the built site
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find site -mindepth 1 ! -name .gitkeep -delete

$(STAMPS)/created:
	@if [ -z "$(PYTHON)" ]; then echo "make: no Python 3.11 to 3.14 found (name one: make PYTHON=/path/to/python3)" >&2; exit 2; fi
	$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS)
	@touch $@

# The package is installed in place, so that an edit counts at once.
$(STAMPS)/runtime: requirements/runtime.txt pyproject.toml | $(STAMPS)/created
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(STAMPS)/browser: $(STAMPS)/dev tests/install_browser.sh
	sh tests/install_browser.sh $(BIN)
	@touch $@

$(STAMPS)/tested: $(SOURCES) $(STAMPS)/dev $(STAMPS)/browser
	$(MAKE) lint types pytest
	@touch $@
