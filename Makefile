# Everything on a fresh machine with Python 3.11 or later:  make site,  make test
PYTHON ?= python3
LOCKED ?= # LOCKED=1 installs just the versions of requirements-dev.txt, as CI does
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: lock setup site test check words cases coverage serve browser bench torture fuzz mutants clean
.DEFAULT_GOAL := site

setup: $(READY)

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; this is $$($(PYTHON) --version). Type: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
ifneq ($(strip $(LOCKED)),)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
endif
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

site: setup
	$(BIN)/portfolio build

check: setup
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/complexipy generator --max-complexity-allowed 15 --failed --cache-dir .mypy_cache
	$(BIN)/python -m tests.house_rules

# bring the catalogues in generator/words/locale in step with the texts, and list what to translate
words: setup
	$(BIN)/python -m generator.words.catalogue_update

# write the expected files of tests/cases again; look at the difference before you commit it
cases: setup
	$(BIN)/python -m tests.cases

# which lines and branches of generator/ the tests reach; a disk that is full cannot take the measurement
coverage: setup
	$(BIN)/pytest -n 2 --dist worksteal -q --cov --cov-report=term --deselect tests/test_faults.py::test_a_full_disk

test: setup check
	$(BIN)/pytest -n 2 --dist worksteal

browser: setup
	$(BIN)/pytest -m browser

bench: setup
	$(BIN)/pytest tests/benchmarks -m bench -s

# a thousand kills; some minutes of odd input for every parser
torture: setup
	KILLS=1000 $(BIN)/pytest tests/test_killed.py

fuzz: setup
	$(BIN)/python -m tests.fuzz --seconds 300
	EXAMPLES=20000 $(BIN)/pytest -q -n 2 tests/written_tables

# the newest versions that pyproject.toml allows, with the digests of their files (needs uv)
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev pyproject.toml -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-header .github/release-tools.in -o .github/release-tools.txt

# would a test notice? ROOM=verdict, openbadges, credential or privacy; MODULE=part of a path; an hour without
mutants: setup
	nice $(BIN)/python -m tests.mutation $(if $(ROOM),--room $(ROOM)) $(if $(MODULE),--module $(MODULE))

serve: setup
	$(BIN)/portfolio serve --open

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache output/* output/.runfolio-*
