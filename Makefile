# The verbs of the house. `make` alone lists them. Python 3.11 or newer and make are all a machine needs.

PYTHON ?= python3
BIN := .venv/bin
PY := $(BIN)/python
MANAGE := $(PY) manage.py

# A set of requirements is installed once; the stamp is named after the file's own checksum.
stamp = .venv/.$(1)-$(firstword $(shell cksum requirements/$(1).txt))
SERVED := $(call stamp,$(if $(DATABASE_URL)$(CACHE_URL),scale,runtime))
DEV := $(call stamp,dev)

.DELETE_ON_ERROR:
unexport PYTHONDONTWRITEBYTECODE  # without kept bytecode every start takes twice as long
.PHONY: help run test cover lint format seed messages lock bench mutate

help:  ## say what each verb does
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

run: $(SERVED) var/env  ## the whole site on this machine: server, worker and clock (PORT=8000)
	@PYTHONPATH=site exec $(PY) -m config.run

test: $(DEV)  ## every test, browser tests included (ARGS= goes to pytest)
	@$(PY) -m tests.chromium
	@$(PY) $(if $(COVER),-m coverage run) -m pytest $(if $(COVER),,-n auto --maxprocesses 4 --dist worksteal) $(ARGS)
	@$(if $(COVER),$(PY) -m tests.coverage)

cover: $(DEV)  ## every test, and how much of what decides they ran: all of it
	@$(MAKE) --no-print-directory test COVER=1

lint: $(DEV)  ## every rule of the house that a machine can check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet templates
	PYTHONPATH=site $(BIN)/lint-imports --no-logo
	$(PY) -m mypy
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) makemigrations --check --dry-run
	$(PY) -m tests.deploy_check
	$(PY) -m pytest -q tests/test_house.py tests/test_requirements.py

format: $(DEV)  ## put the code in its one shape, and the tests behind each requirement in their paper
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .
	$(PY) -m tests.requirements

seed: $(SERVED) var/env  ## fill the site with the demonstration, again if need be
	$(MANAGE) seed

messages: $(DEV) var/env  ## gather texts to translate into locale/, and compile them
	$(MANAGE) makemessages --all --no-location --ignore=.venv --ignore=var
	$(MANAGE) compilemessages --ignore=.venv

lock: $(BIN)/uv  ## pin what requirements/*.in ask for, with hashes and no address
	@for set in runtime scale dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-annotate --custom-compile-command "make lock" $(ARGS) requirements/$$set.in -o requirements/$$set.txt \
	    || exit 1; \
	done

bench: $(SERVED) var/env  ## what pages cost, beside the budgets
	$(PY) -m bench
	$(PY) -m bench.sharing
	$(PY) -m bench.desk
	$(PY) -m bench.quorum
	$(PY) -m bench.interleavings

mutate: $(DEV)  ## take each guard away in turn: some test must notice
	$(PY) -m tests.mutate $(ARGS)

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit("Golden Thread needs Python 3.11 or newer: PYTHON=python3.11 make" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check 'uv>=0.9'

.venv/.runtime-% .venv/.scale-% .venv/.dev-%: $(BIN)/uv
	@$(BIN)/uv pip install --quiet --python $(PY) --require-hashes -r requirements/$(word 1,$(subst -, ,$(subst .,,$(notdir $@)))).txt
	@touch $@

var/env:
	@mkdir -p var
	@umask 077 && $(PYTHON) -c 'import secrets; print("SECRET_KEY=" + secrets.token_urlsafe(48))' > $@
