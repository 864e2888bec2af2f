#!/bin/bash
# cargo-deny on licences, sources and bans of every crate, then the licences of those in the wasm; installs cargo-deny where missing (5 min)
set -euo pipefail
. scripts/lib/steps.sh
. scripts/lib/cargo.sh
cargo_tool cargo-deny 0.20.2 "5 min" --locked
"$tools/bin/cargo-deny" check --hide-inclusion-graph licenses bans sources
cargo tree --locked --package huiqi-widget --target wasm32-unknown-unknown --edges normal,no-proc-macro --prefix none --format '{p}|{l}' |
  sed 's/ (\*)$//' | sort -u | sed 's/^.*|//; s#\([^ ]\) */ *#\1 OR #; s/^Apache-2.0 OR MIT$/MIT OR Apache-2.0/; /^$/d' |
  sort | uniq -c | sort -rn
