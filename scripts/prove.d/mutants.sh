#!/bin/bash
# mutation testing of the core with the tests that take seconds: the files given, or all of rules and screening (half a minute a mutant, half a day for all)
command -v cargo-mutants > /dev/null || cargo install --quiet --locked cargo-mutants
files=("$@")
[ $# -gt 0 ] || files=('crates/core/src/rules/**/*.rs' 'crates/core/src/screening/**/*.rs')
# 2: some survived; docs/mutants.md tells which of them change nothing.
exec cargo mutants --package huiqi-core --output target --no-shuffle "${files[@]/#/--file=}"
