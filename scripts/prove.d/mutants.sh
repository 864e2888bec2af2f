#!/bin/bash
# mutation testing of the core with the tests that take seconds: the files given, or all of rules and screening (half a minute a mutant, half a day for all)
set -euo pipefail
. scripts/lib/steps.sh
. scripts/lib/cargo.sh
cargo_tool cargo-mutants 27.1.0 "4 min" --locked
files=("$@")
[ $# -gt 0 ] || files=('crates/core/src/rules/**/*.rs' 'crates/core/src/screening/**/*.rs')
# Its exit status is 2 where a mutant survives; docs/mutants.md tells which of them change nothing.
PATH=$tools/bin:$PATH exec cargo mutants --package huiqi-core --output target --no-shuffle "${files[@]/#/--file=}"
