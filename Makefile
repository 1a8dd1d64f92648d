# What one types. Each command sets up what it needs first; a set-up that is complete is only looked at.
#
#   make run      build the app and serve it on http://127.0.0.1:8080/ (another port: make run PORT=8081)
#   make test     every test: library, documentation, Word files in independent readers, the app in a browser
#   make build    the release app in dist/
#   make release  the same, and as one HTML file, dist/ke-hoach.html
#   make bench    every measured goal: name, value, unit, what it is compared with (one group of times: make bench ONLY=typing)
#   make fuzz     made-up files and texts for the importer, each kind for a minute (other: make fuzz SECONDS=600)
#   make kill     browsers killed while someone types, 100 times each: how much is lost (other: make kill ROUNDS=20)
#   make setup    only install what the commands above need

PORT ?= 8080
SECONDS ?= 60
ROUNDS ?= 100
SEED ?=
ONLY ?=

.PHONY: run test build release bench fuzz kill setup

run: build
	@node tools/serve.mjs $(PORT)

test:
	@tools/test

build:
	@tools/setup build
	@tools/build

release: build
	@tools/release

bench: build
	@tools/bench $(ONLY)

fuzz:
	@tools/fuzz $(SECONDS)

kill:
	@tools/setup test
	@tools/build
	@tools/kill $(ROUNDS) $(SEED)

setup:
	@tools/setup test
