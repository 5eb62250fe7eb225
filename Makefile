# Five words: setup, check, test, run, demo. Everything they need they install into .venv.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
# Compiled beforehand, the bot starts two to three times faster.
INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --compile -r

.PHONY: setup check lint test run demo bench lock

setup: $(VENV)/.run

$(PY):
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(PY)
	$(INSTALL) requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(PY)
	$(INSTALL) requirements-dev.lock
	@touch $@ $(VENV)/.run

check: $(VENV)/.run        ## every problem of plans.yaml
	$(PY) -m bot check

lint: $(VENV)/.dev         ## style, types, import contract
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

test: $(VENV)/.dev
	$(PY) -m pytest -q -n auto --dist worksteal

run: $(VENV)/.run          ## the real bot; settings come from the environment
	$(PY) -m bot run

demo: $(VENV)/.run         ## simulator and bot on the shipped plans, on the morning of 04/5/2026
	$(PY) -m bot demo

bench: $(VENV)/.dev        ## figures of the README
	$(PY) -m benchmarks

lock: $(VENV)/.dev         ## lock anew after editing requirements*.in; needs uv in the environment
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements.in -o requirements.lock
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements-dev.in -o requirements-dev.lock
