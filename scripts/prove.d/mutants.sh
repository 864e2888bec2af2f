#!/bin/bash
# mutation testing of the core with the tests that take seconds: the files given, or all of rules and screening (some 10 s a mutant; CARGO_MUTANTS_JOBS=2 tries two at once)
set -euo pipefail
. scripts/lib/steps.sh
. scripts/lib/cargo.sh
cargo_tool cargo-mutants 27.1.0 "4 min" --locked
files=("$@")
[ $# -gt 0 ] || files=('crates/core/src/rules/**/*.rs' 'crates/core/src/screening/**/*.rs')
host=$(rustc -vV | sed -n 's/^host: //p' | tr 'a-z-' 'A-Z_')
export "CARGO_TARGET_${host}_RUNNER=$PWD/scripts/lib/test-in-turn"
# Its exit status is 2 where a mutant survives; docs/mutants.md tells which of them change nothing.
PATH=$tools/bin:$PATH exec cargo mutants --package huiqi-core --output target --no-shuffle "${files[@]/#/--file=}"
