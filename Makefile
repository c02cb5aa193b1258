# Commands of the repository. `make` alone lists them. `setup` comes first wherever it is needed.
.DEFAULT_GOAL := help
.PHONY: help setup qm demo test test-core test-qgis check zip bench screenshots i18n link clean
SHELL := /bin/bash

PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest
PROFILE ?= default
QGIS_PROFILES ?= $(HOME)/.local/share/QGIS/QGIS3/profiles

# what `make demo` and `make screenshots` work on, when not on the sample
EVENTS ?=
CENTRE ?=
REGIONS ?=

help: ## list the commands
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/\1|\2/' | \
	  while IFS='|' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

setup: ## install what is missing (Debian, Ubuntu) and make .venv; implied by the commands below
	@bash tools/setup.sh

demo: qm ## the main job without a window, on the sample or EVENTS=file [REGIONS=file]; writes build/demo/
	@QT_QPA_PLATFORM=offscreen $(PYTHON) tools/demo.py \
	  $(if $(EVENTS),--events "$(EVENTS)") $(if $(REGIONS),--regions "$(REGIONS)")

test: test-core test-qgis ## the whole test suite, without a screen

test-core: setup ## the tests of plugin/core, in plain Python
	$(PYTEST) -p no:pytest_qgis tests/core

test-qgis: qm ## the tests that need QGIS; the one with a real window brings its own display
	QT_QPA_PLATFORM=offscreen $(PYTEST) tests/gis tests/gui

check: setup ## lint, types, Qt 6 spelling, and the gates of the plugin repository on the built zip
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy --explicit-package-bases plugin
	$(PYTHON) tools/check_qt6.py
	$(PYTHON) tools/build_zip.py
	$(PYTHON) tools/check_package.py

zip: setup ## build/flashpoints.<version>.zip, for "Install from ZIP" without a network
	$(PYTHON) tools/build_zip.py

bench: setup ## this plugin beside what a user would pick instead, on the same file, in one run
	@QT_QPA_PLATFORM=offscreen $(PYTHON) tools/bench.py

screenshots: qm ## a real QGIS window on a virtual display: every dialog and result, in build/screenshots/
	@EVENTS="$(EVENTS)" CENTRE="$(CENTRE)" $(PYTHON) tools/screenshots.py

i18n: setup ## collect the strings of the code and forms into resources/i18n/*.ts, and compile them
	$(PYTHON) tools/i18n.py

qm: setup
	@$(PYTHON) tools/i18n.py --compile

link: ## put this checkout into your own QGIS profile (PROFILE=default)
	@mkdir -p "$(QGIS_PROFILES)/$(PROFILE)/python/plugins"
	@target="$(QGIS_PROFILES)/$(PROFILE)/python/plugins/flashpoints"; \
	if [ -e "$$target" ] && [ ! -L "$$target" ]; then \
	  echo "link: $$target is there and is no link: remove it in QGIS's plugin manager first" >&2; exit 1; fi; \
	ln -sfn "$(CURDIR)" "$$target" && echo "linked: $$target (now enable Flashpoints in QGIS's plugin manager)"

clean: ## remove what the commands made (not .venv)
	rm -rf build .qgis-settings .pytest_cache .mypy_cache .ruff_cache .hypothesis
