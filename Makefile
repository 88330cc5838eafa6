# The one door: everything anyone does with this project is a target here.
SHELL := /bin/bash
.DEFAULT_GOAL := help

EXAMPLE := Examples/soppeng-2019
OFFICE := .build/offices/soppeng-2019
KEYS := .build/offices/soppeng-2019-keys
REHEARSAL := .build/offices/rehearsal
PORT ?= 8080
FUZZ_SECONDS ?= 60

.PHONY: help run build test browser bench check format torture fuzz clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

run: build ## serve an office on Soppeng 2019 on http://127.0.0.1:8080, and a rehearsal at work on port 8081
	[ -e $(KEYS) ] || .build/release/pleno keys new $(KEYS) --name localhost/soppeng-2019
	[ -e $(OFFICE) ] || .build/release/pleno new $(OFFICE) --from $(EXAMPLE)
	.build/release/pleno keys announce $(OFFICE) $(KEYS) --rehearsal
	.build/release/pleno show $(OFFICE)
# The rehearsal ends with the office; it has keys, figures and an address of its own, and goes on next time.
	.build/release/pleno rehearse $(REHEARSAL) --from $(EXAMPLE) --pace 1 --port $$(($(PORT) + 1)) & \
	trap "kill $$! 2>/dev/null; wait" EXIT; \
	.build/release/pleno serve $(OFFICE) --keys $(KEYS) --port $(PORT)

# Swift's own libraries go into the program: it runs where no Swift is, and starts in two thirds of the time.
RELEASE := -c release --static-swift-stdlib

build: ## build in release mode
	Scripts/install.sh build
	swift build $(RELEASE) --product pleno

test: ## run every test: units, commands, queries in DuckDB, records in Python, pages in a real browser
	Scripts/install.sh build test
	swift build --build-tests
	Scripts/run-tests.sh --skip 'PostgresStorageTests|WebTests'
# By themselves: what they wait for is bounded, and nothing else may hold the processor or the disk; then what puts
# the stores under load.
	Scripts/run-tests.sh --filter '^WebTests'
	Scripts/run-tests.sh --filter PostgresStorageTests --skip 'OfficeKillTests|SharedOfficeTests|FailoverTests'
	Scripts/run-tests.sh --filter 'OfficeKillTests|SharedOfficeTests|FailoverTests'
	.venv/bin/pytest Tests/Queries Tests/Verify Tests/Papers Tests/Browser -q

bench: ## print ratios against peers measured in the same run (figures of the nation: PLENO_DATA)
	Scripts/install.sh build bench
	PLENO_BENCH=1 swift build $(RELEASE) --product pleno
	PLENO_BENCH=1 swift build $(RELEASE) --product pleno-bench
	.venv-bench/bin/python Benchmarks/bench.py

check: ## formatting, import lists, nothing built
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks Fuzz
	Scripts/check-imports.sh
	bash -n Scripts/*.sh .ci/run

format: ## rewrite all Swift files in house style
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks Fuzz

torture: ## the property tests with forty times the rounds
	PLENO_ROUNDS=40 swift test --filter 'OfficeTests|OfficeKillTests|ApportionmentTests|TallyTests|TransparencyLogTests|ElectionsTests'

fuzz: ## a minute of arbitrary bytes for each reader: tables, acts, what a log publishes, pictures
	Scripts/install.sh build
	for reader in tables acts log images; do \
		PLENO_FUZZ=1 swift build --product pleno-fuzz-$$reader --sanitize=fuzzer --scratch-path .build-fuzz \
		&& mkdir -p .build-fuzz/found-$$reader \
		&& .build-fuzz/debug/pleno-fuzz-$$reader -max_total_time=$(FUZZ_SECONDS) -max_len=4096 \
			-artifact_prefix=.build-fuzz/ .build-fuzz/found-$$reader Fuzz/Seeds/$$reader || exit; \
	done

clean: ## remove everything that was built or installed into this folder
	rm -rf .build .build-* .venv .venv-bench .venv-papers
