# What one types here. Each target first installs what it lacks, so every one works straight after a clone.
.DEFAULT_GOAL := help
.PHONY: help run tour check test bench lock clean
BIN := .venv/bin

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-6s %s\n", $$1, $$2}' Makefile

run: ## open the terminal in a window, with simulated devices beside it; without a display, take its pictures instead
	@sh setup.sh
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/kiosk run --windowed; \
	else echo "There is no display here, so the tour takes pictures of every screen instead."; exec $(MAKE) --no-print-directory tour; fi

tour: ## walk through all six transactions and keep a picture of every screen in out/tour
	@sh setup.sh
	@$(BIN)/kiosk tour --out out/tour
	@echo "The pictures are in $(CURDIR)/out/tour"

check: ## ruff, mypy and the import laws
	@sh setup.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: ## check, then every test
	@sh setup.sh test
	@$(MAKE) --no-print-directory check
	$(BIN)/pytest

bench: ## measure each performance claim beside its yardstick and print the ratios
	@sh setup.sh bench
	$(BIN)/python -m benchmarks

lock: ## pin every dependency again, with hashes and without hosts (needs uv)
	@uv --version >/dev/null || { echo "make lock needs uv on the PATH: pip install uv"; exit 1; }
	python3 -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
	| uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras \
	    --no-header --no-annotate --no-emit-index-url --output-file requirements.lock pyproject.toml -

clean: ## remove everything that was installed or made here
	rm -rf .venv out build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
