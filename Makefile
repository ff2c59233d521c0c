# Each target sets up what it needs, under .venv, and finds it there the next time.
PYTHON_DEV := .venv/bin/python
ADDRESS ?= 127.0.0.1:8000
BROWSERS ?= chromium firefox webkit
# A test in the browser waits for it now and then, so one more than there are processors.
WORKERS ?= $(shell expr $$(nproc) + 1)
TYPESCRIPT := 7.0.2

# Material and others print a notice at every start; it is about their future, not about this site.
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

# Finding the browser comes first: where there is none, nothing else is worth starting.
WITH_CHROMIUM = FLASHCARDS_CHROMIUM="$$($(PYTHON_DEV) scripts/chromium.py)" && export FLASHCARDS_CHROMIUM &&

.PHONY: help serve test test-browsers check ruff mypy typescript format bench simulate screenshots wheel clean tools tools-and-browser

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

tools:
	@scripts/setup .venv dev,docs

# A fresh machine fetches the packages of the browser while it fetches those of Python.
tools-and-browser:
	@python3 scripts/chromium.py --begin & scripts/setup .venv dev,docs; made=$$?; wait; exit $$made

serve: ## serve the demo course at ADDRESS and rebuild it when a file changes
	@scripts/setup .venv docs
	$(PYTHON_DEV) -m mkdocs serve --livereload --dev-addr $(ADDRESS)

# Files stay together, so what their tests share is made once; and each program compiles our modules only the first time.
test: tools-and-browser ## run all tests, including those in the browser; ARGS goes to pytest
	@$(WITH_CHROMIUM) PYTHONDONTWRITEBYTECODE= $(PYTHON_DEV) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-browsers: ## run the main paths in the full browsers; BROWSERS="firefox webkit" runs those two
	@scripts/setup .venv dev,browsers
	@scripts/browsers $(BROWSERS)
	$(PYTHON_DEV) -m pytest tests/browsers/main_paths.py --browsers "$(BROWSERS)" $(ARGS)

check: ruff mypy typescript ## check style and types, in Python and in the browser's modules

ruff mypy typescript: tools
ruff:
	$(PYTHON_DEV) -m ruff check .
	$(PYTHON_DEV) -m ruff format --check .
mypy:
	$(PYTHON_DEV) -m mypy
# TypeScript is fetched once, into .cache. It looks for `node` in PATH.
typescript:
	PATH="$(CURDIR)/.venv/bin:$$PATH" npx --yes --prefer-offline --no-update-notifier --ignore-scripts --cache .cache/npm \
		--package typescript@$(TYPESCRIPT) tsc --project mkdocs_flashcards/assets

format: tools ## format the Python code
	$(PYTHON_DEV) -m ruff check --fix .
	$(PYTHON_DEV) -m ruff format .

bench: ## compare build times side by side; ARGS goes to scripts/benchmark.py
	@scripts/setup .venv-bench docs,bench
	.venv-bench/bin/python scripts/benchmark.py $(ARGS)

simulate: tools ## simulate students for a semester, as in the documentation; ARGS goes to scripts/simulate.mjs
	@.venv/bin/node scripts/simulate.mjs $(ARGS)

screenshots: tools ## take the documentation's screenshots again; ARGS=--all makes a page of every state in build/screenshots
	@$(WITH_CHROMIUM) $(PYTHON_DEV) scripts/screenshots.py $(ARGS)

wheel: tools ## build the package, in dist
	$(PYTHON_DEV) -m hatchling build -d dist

clean: ## remove everything these targets made
	rm -rf .venv .venv-bench site dist build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
