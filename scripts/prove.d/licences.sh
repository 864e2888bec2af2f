#!/bin/bash
# cargo-deny on licences, sources and bans of every crate, then the licences of those in the wasm; installs cargo-deny where missing (5 min)
set -euo pipefail
. scripts/lib/steps.sh
version=0.20.2
deny=$tools/bin/cargo-deny
install_deny() {
  (cd / && CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 cargo install --quiet --debug --root "$tools" --locked cargo-deny --version $version)
}
if [ "$("$deny" --version 2>/dev/null)" = "cargo-deny $version" ]; then
  there "cargo-deny $version"
else
  step "cargo-deny $version with cargo" "5 min" install_deny
fi
"$deny" check --hide-inclusion-graph licenses bans sources
cargo tree --locked --package huiqi-widget --target wasm32-unknown-unknown --edges normal,no-proc-macro --prefix none --format '{p}|{l}' |
  sed 's/ (\*)$//' | sort -u | sed 's/^.*|//; s#\([^ ]\) */ *#\1 OR #; s/^Apache-2.0 OR MIT$/MIT OR Apache-2.0/; /^$/d' |
  sort | uniq -c | sort -rn
