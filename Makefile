# Kith: everything a person types. `make` alone prints this list.
# Needs python3.11, pip and make. Everything it makes is in .venv/, var/ and reports/.

PYTHON ?= python3.11
PORT ?= 8000
DATA = $(or $(KITH_DATA_DIR),var)
BIN = .venv/bin
KITH = $(BIN)/python manage.py

# A stamp carries the sum of the file it stands for: another file, another stamp, a new install.
sum = $(shell cksum < $(1) | tr ' ' '-')
BENCH_STAMP = .venv-bench/.stamp-$(call sum,requirements/bench.txt)
RUN_STAMP = .venv/.run-stamp-$(call sum,requirements/run.txt)
DEV_STAMP = .venv/.dev-stamp-$(call sum,requirements/dev.txt)
CATALOGUES = $(patsubst %.po,%.mo,$(wildcard kith/web/locale/*/LC_MESSAGES/*.po))
READY = $(DATA)/.ready-$(shell cat requirements/run.txt $(wildcard kith/*/migrations/*.py) | cksum | tr ' ' '-')
STATIC_FILES = $(shell find kith/web/static -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help install install-dev run test check lint types contracts format docs messages pictures \
	adversary bench bench-search bench-agreements audit compile clean

help: ## print this list
	@echo "Kith: the shared table of a community's mental-health partnership."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  PORT=8010 make run     another port          KITH_DEMO=0 make run   without the demo town"

# ---------------------------------------------------------------- installing

install: $(RUN_STAMP) $(BIN)/kith $(CATALOGUES) ## what running needs, into .venv
	@:

install-dev: install $(DEV_STAMP) ## what working on Kith needs, too
	@:

.venv/.made:
	@command -v $(PYTHON) >/dev/null || { echo "Kith needs Python 3.11: install it, or say PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv
	@touch $@

$(RUN_STAMP): | .venv/.made
	@echo "Installing what Kith runs on (requirements/run.txt, checked by hash)"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements/run.txt
	@rm -f .venv/.run-stamp-* && touch $@

$(DEV_STAMP): | $(RUN_STAMP)
	@echo "Installing what working on Kith needs (requirements/dev.txt, checked by hash)"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@rm -f .venv/.dev-stamp-* && touch $@

# The console script, without a build step: the same as manage.py.
$(BIN)/kith: | .venv/.made
	@printf '%s\n' '#!/bin/sh' 'bin=$$(dirname -- "$$0")' 'exec "$$bin/python" "$$bin/../../manage.py" "$$@"' > $@
	@chmod +x $@

kith/web/locale/%.mo: kith/web/locale/%.po | $(RUN_STAMP)
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

# ---------------------------------------------------------------- running

run: export KITH_DEMO ?= 1
run: export KITH_SITE_URL ?= http://localhost:$(PORT)
run: install $(DATA)/static/.stamp $(READY) ## the demo town on http://localhost:8000
	@[ "$(KITH_DEMO)" != 1 ] || printf '%s\n' $(LOGINS)
	@exec $(KITH) run --port $(PORT)

LOGINS = "The town is made up. Everyone signs in with the password kith-demo:" \
	"  navigator@demo.example     asks partners for help, with a person's yes" \
	"  coordinator@demo.example   answers for a mosque" \
	"  client@demo.example        sees her own page" \
	"  privacy@demo.example       sees who looked at what" \
	"  also clinician@ partnerships@ curator@ evaluator@ admin@demo.example"

$(DATA)/static/.stamp: $(STATIC_FILES) | $(RUN_STAMP)
	@echo "Collecting styles and pictures"
	@$(KITH) collectstatic --noinput --verbosity 0
	@touch $@

# Ready means: these migrations, in this database file. A database elsewhere is always asked.
$(READY): $(if $(DATABASE_URL),.FORCE,$(if $(wildcard $(DATA)/kith.sqlite3),,.FORCE)) | $(RUN_STAMP)
	@echo "Getting the database ready"
	@$(KITH) migrate --verbosity 0
	@[ "$(KITH_DEMO)" != 1 ] || { echo "Loading Northgate, the made-up town"; $(KITH) demo --if-empty > /dev/null; }
	@rm -f $(DATA)/.ready-* && touch $@

.PHONY: .FORCE
.FORCE:

# ---------------------------------------------------------------- checking

test: install-dev ## all tests, on SQLite and PostgreSQL side by side
	@$(BIN)/python -m tests.both_databases

check: lint types contracts test ## lint, types, contracts and all tests

lint: install-dev ## style rules (ruff)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install-dev ## types, strict (mypy)
	$(BIN)/mypy

contracts: install-dev ## who may import whom (import-linter)
	$(BIN)/python -m tests.architecture.contracts --check
	$(BIN)/lint-imports

format: install-dev ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

adversary: install-dev ## the heavy counts in full: tampering, kills, races (hours)
	@KITH_TEST_SCALE=1.0 $(BIN)/python -m tests.both_databases --reports reports/adversary -m heavy

bench: install $(BENCH_STAMP) ## speed of the directory beside Datasette; ARGS="--json FILE" keeps the numbers
	@$(BIN)/python -m bench.directory $(ARGS)

bench-search: $(BENCH_STAMP) ## speed of search and match beside PostgreSQL, SQLite, tantivy; ARGS="--sizes 1000"
	@.venv-bench/bin/python -m bench.search $(ARGS)

bench-agreements: install-dev ## speed of "what is promised here today?" over 10,000 agreements; ARGS="--rounds 3"
	@$(BIN)/python -m bench.agreements $(ARGS)

# What is compared with lives apart: Kith needs none of it.
$(BENCH_STAMP): | .venv/.made
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@rm -f .venv-bench/.stamp-* && touch $@

audit: install-dev ## known advisories about what is installed
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements/run.txt
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements/dev.txt

# ---------------------------------------------------------------- writing

docs: install-dev ## write the generated pages of docs/ again
	@$(BIN)/python -m tests.architecture.contracts
	@$(BIN)/python -m tests.architecture.reference_pages
	@KITH_WRITE_DOCS=1 $(BIN)/python -m pytest -q tests/sweep

pictures: install-dev ## the pictures of the README and the tutorial, taken with Chromium
	@$(BIN)/python -m tests.journeys.pictures

messages: install $(CATALOGUES) ## compile the translations
	@:

compile: install-dev ## pin requirements/*.txt again, with hashes
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements/run.in --output-file requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements/dev.in --output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements/bench.in --output-file requirements/bench.txt

clean: ## take away .venv and reports (never var: it holds the data)
	rm -rf .venv .venv-bench reports
