# make run    set up, build and solve a first plan        make lint         check the formatting
# make test   run the tests                               make bench        time each phase and loop
# make docs   build the pages of the library              make bench-peers  compare with other solvers
# make install PREFIX=/usr/local                          make check-long   more seeds, broken inputs, kills
# make uninstall PREFIX=/usr/local                        make check-sanitizers   run tests under sanitizers
# make help   print these lines                         make check-pages    draw the pages of all instances

PREFIX ?= /usr/local
DESTDIR ?=
PROGRAM = .build/release/plusone
BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
DATA = $(SHARE)/plusone
LIST = $(DATA)/installed.txt
CHARTING = .build/charting
CHARTS = vega-embed.js vega-embed.LICENSE.txt countries.geojson
BASH = bash-completion/completions
ZSH = zsh/site-functions
FISH = fish/vendor_completions.d
COMPLETIONS = $(BASH) $(ZSH) $(FISH)

.PHONY: run help build test check-pages check-long check-sanitizers lint docs bench bench-peers install \
  install-built uninstall libraries charting browser clean

run: build charting
	$(PROGRAM) solve instances/japan-rare-earths --model models/reliance-cap.yaml \
	  --set cap=50% --set by=2030 --out plan --html plan.html
	@printf '\nplan.html has this plan in pictures: open it in a browser.\n'
	@printf '\nThe question of 2020, with what was known then (all of it: $(PROGRAM) report plan-2020):\n\n'
	$(PROGRAM) solve instances/japan-rare-earths-2020 --model models/reliance-cap.yaml \
	  --set cap=50% --set by=2025 --out plan-2020 >/dev/null
	@$(PROGRAM) report plan-2020 | sed -n '1,/^Bill of/p'

help:
	@sed -n 's/^# //p; /^$$/q' '$(firstword $(MAKEFILE_LIST))'

build: libraries
	swift build -c release --product plusone

# Optimises the code under test, not the tests. `make test ONLY=NAME` runs some, without building all anew.
OPTIMISED = PLUSONE_OPTIMISED=1
test: libraries charting browser
	$(OPTIMISED) swift build --build-tests
	$(OPTIMISED) swift test --skip-build $(if $(ONLY),--filter '$(ONLY)')

# The page of each command on each instance, in a browser.
check-pages: libraries charting browser
	$(OPTIMISED) swift build --build-tests
	$(OPTIMISED) PLUSONE_ALL_PAGES=1 swift test --skip-build --filter ShippedPageTests

check-long: build charting browser check-pages
	$(OPTIMISED) swift build --build-tests
	$(OPTIMISED) PLUSONE_LONG_TESTS=1 PLUSONE_LONG_PROGRAM='$(CURDIR)/$(PROGRAM)' swift test --skip-build
	scripts/break-outputs.py .build/debug/plusone
	scripts/break-inputs.py $(PROGRAM)
	$(MAKE) check-sanitizers

# The tests of all code that solves or calls another C library, in separate builds. The first option is off because GLPK's errors return by longjmp.
SANITIZED = GLPKSolverTests|LinearProgrammingTests|PlanningTests|ScenariosTests|StatisticsTests|StudiesTests
check-sanitizers: export ASAN_OPTIONS = detect_stack_use_after_return=0
check-sanitizers: export LSAN_OPTIONS = suppressions=$(CURDIR)/scripts/lsan.supp:print_suppressions=0
check-sanitizers: libraries
	for name in address thread; do \
	  swift build --build-tests --sanitize=$$name --scratch-path .build/$$name && \
	  swift test --sanitize=$$name --scratch-path .build/$$name --skip-build --filter '$(SANITIZED)' || exit 1; \
	done

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Examples

# A build of its own: the pages need a plugin that no other build fetches. One folder for each target.
DOCUMENTED = LinearProgramming SolverConformance GLPKSolver Interdiction Hedging Statistics Outputs Tables Workbooks Sourcing \
  SourcingFiles Importing Formulation Planning Games Analysis Scenarios EarlyWarning Studies Reporting Charts Pages Storage
docs: export PLUSONE_DOCS = 1
docs: libraries
	for target in $(DOCUMENTED); do \
	  mkdir -p .build/docs/$$target && \
	  swift package --scratch-path .build/docs-build --allow-writing-to-directory .build/docs/$$target \
	    generate-documentation --target $$target --warnings-as-errors --output-path .build/docs/$$target || exit 1; \
	done

bench: build
	PLUSONE_BENCHMARKS=1 swift build -c release --product Benchmarks
	.build/release/Benchmarks
	scripts/bench-study
	scripts/bench-study-m.py $(PROGRAM)

bench-peers: build
	scripts/bench
	scripts/bench-peers.py $(PROGRAM) S M L
	QUESTIONS=resilience,risk,plus-one scripts/bench-peers.py $(PROGRAM) M
	QUESTIONS=resilience,plus-one scripts/bench-peers.py $(PROGRAM) L
	scripts/bench-whole.py $(PROGRAM) M L

install: build
	$(MAKE) install-built

# Removes the instances, the models and the charting library of this version and of the one that was installed before, and
# nothing else.
define remove-data
	set -e; \
	remove() { case $$1 in *..*) ;; instances/?*|models/?*|charting/?*) rm -rf "$(DATA)/$$1" ;; esac; }; \
	for entry in instances/* models/* $(CHARTS:%=charting/%); do remove "$$entry"; done; \
	if [ -f "$(LIST)" ]; then while IFS= read -r entry; do remove "$$entry"; done < "$(LIST)"; fi
endef

# Installs what has been built. The umask does not matter: everybody can read what is installed. The permissions of
# folders that are there stay. Old tables are removed, so that they do not mix with new ones.
install-built: charting
	umask 022 && mkdir -p "$(BIN)" "$(DATA)/instances" "$(DATA)/models" "$(DATA)/charting" \
	  $(foreach folder,$(COMPLETIONS),"$(SHARE)/$(folder)")
	install -m 755 "$(PROGRAM)" "$(BIN)/plusone"
	$(remove-data)
	set -e; umask 022; for entry in instances/* models/*; do \
	  cp -R "$$entry" "$(DATA)/$$entry"; chmod -R u=rwX,go=rX "$(DATA)/$$entry"; \
	done; \
	for file in $(CHARTS); do install -m 644 "$(CHARTING)/$$file" "$(DATA)/charting/$$file"; done; \
	printf '%s\n' instances/* models/* $(CHARTS:%=charting/%) > "$(LIST)"
	set -e; umask 022; \
	  "$(PROGRAM)" --generate-completion-script bash > "$(SHARE)/$(BASH)/plusone"; \
	  "$(PROGRAM)" --generate-completion-script zsh > "$(SHARE)/$(ZSH)/_plusone"; \
	  "$(PROGRAM)" --generate-completion-script fish > "$(SHARE)/$(FISH)/plusone.fish"
	chmod 644 "$(LIST)" "$(SHARE)/$(BASH)/plusone" "$(SHARE)/$(ZSH)/_plusone" "$(SHARE)/$(FISH)/plusone.fish"

# Removes what was installed, then the folders of it that are empty.
uninstall:
	rm -f "$(BIN)/plusone"
	$(remove-data)
	rm -f "$(LIST)" "$(SHARE)/$(BASH)/plusone" "$(SHARE)/$(ZSH)/_plusone" "$(SHARE)/$(FISH)/plusone.fish"
	[ ! -d "$(SHARE)" ] || { cd "$(SHARE)" && \
	  for folder in plusone/instances plusone/models plusone/charting $(COMPLETIONS); do \
	    rmdir -p "$$folder" 2>/dev/null || true; \
	  done; }

libraries:
	@scripts/install-libraries

# What the pictures of reports need, and the browser that looks at them in tests.
charting:
	@scripts/fetch-charting

browser:
	@scripts/install-browser

clean:
	swift package clean
