# `make demo` and `make test` make their own environment in .venv; they need python3 (3.11 or newer) and nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test fuzz seeds score docs bench lock audit clean

help: ## Show what can be made.
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' $(MAKEFILE_LIST) | awk -F': ' '{ printf "make %-8s %s\n", $$1, $$2 }'

demo: $(VENV)/for-use ## Lint the example article that has one of everything.
	@$(BIN)/kratomlint demo

# A file at a time to a worker: what a file builds (a wheel, a repository) is built once.
test: $(VENV)/for-tests ## Run every test; ruff, mypy and the import contract are among them.
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# What is found is written into tests/found/, a file an input.
fuzz: $(VENV)/for-tests ## Try inputs that nobody would write; MINUTES=10 says how long, TARGET which ones.
	cd tests && ../$(BIN)/python -W ignore -m fuzz --minutes $(or $(MINUTES),10) $(TARGET)

seeds: $(VENV)/for-use ## Rewrite what is expected in the example articles; read the difference before you commit it.
	$(BIN)/kratomlint seeds update

score: $(VENV)/for-use ## Compare the findings in the example articles with an editor's marks.
	$(BIN)/kratomlint seeds score

docs: $(VENV)/for-use ## Write the pages in docs/ that are made from cards, subjects and seeds.
	$(BIN)/python docs/site/pages.py

bench: $(VENV)/for-tests ## Time one file and a thousand, beside proselint.
	$(BIN)/python bench/run.py

lock: ## Take the newest versions that the ranges allow into constraints.txt; then run every test.
	rm -rf $(VENV)/lock
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --disable-pip-version-check '.[test,server,docs,hook]' 'hatchling>=1.27'
	{ sed -n '/^#/p' constraints.txt; $(VENV)/lock/bin/python -m pip freeze --exclude kratomlint; } > constraints.new
	mv constraints.new constraints.txt

audit: $(BIN)/python ## Ask whether a version in constraints.txt has a known hole; this needs the network.
	$(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(VENV)/audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip

clean: ## Take away what was made.
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("kratomlint needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/for-use: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/for-tests: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@ $(VENV)/for-use
