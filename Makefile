# Secretariat. A fresh machine needs Python 3.11 or later, make and a shell.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

EXAMPLES := $(wildcard examples/*.txt examples/*.docx examples/*.html examples/*.pdf)

.DEFAULT_GOAL := help
.PHONY: help setup demo test serve accuracy bench conformance fuzz faults lint golden

help: ## show these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## make .venv and install the package with its tools

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "$(PYTHON) is not Python 3.11 or later; name one that is: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(READY)

demo: $(READY) ## read the example documents and show what they say
	$(BIN)/python tools/demo.py

test: $(READY) ## run every test; installs a browser where it can
	@$(BIN)/python tools/browser.py
	$(BIN)/python -m pytest $(TESTS)

serve: $(READY) ## read the examples and serve them as a site (ARGS="--port 8080")
	@mkdir -p build
	$(BIN)/secretariat add --quiet --register build/examples.db --lexicon examples/lexicon $(EXAMPLES)
	$(BIN)/secretariat serve --register build/examples.db --lexicon examples/lexicon $(ARGS)

accuracy: $(READY) ## score what is read against documents marked by hand
	$(BIN)/python tools/accuracy.py $(ARGS)
	$(BIN)/python tools/structure_accuracy.py
	$(BIN)/python tools/commitments.py
	$(BIN)/python tools/identity_accuracy.py

bench: $(READY) ## measure speed, memory and start-up
	$(BIN)/python tools/bench.py $(ARGS)
	$(BIN)/python tools/bench_register.py
	$(BIN)/python tools/bench_compare.py
	$(BIN)/python tools/bench_agreed.py
	$(BIN)/python tools/bench_site.py
	$(BIN)/python tools/bench_export.py

conformance: $(READY) ## read what is written with software that others wrote; says what it must leave out
	$(BIN)/python tools/conformance.py
	$(BIN)/python tools/crawling.py

fuzz: $(READY) ## read bytes that a fuzzer makes (ARGS="--seconds 300"); needs the extra fuzz
	$(BIN)/python tools/fuzz.py $(ARGS)

faults: $(READY) ## kill the adding of documents a hundred times and look whether the register is sound
	$(BIN)/python tools/faults.py $(ARGS)

lint: $(READY) ## check style and types
	$(BIN)/ruff check src tests tools
	$(BIN)/mypy

golden: $(READY) ## write the kept readings of the examples anew; look at the difference before keeping it
	$(BIN)/python tools/update_golden.py
