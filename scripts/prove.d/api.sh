#!/bin/bash
# the JavaScript API called 100,000 times, or as often as given, a third of it with answers that throw: time a call and memory, as a table; scripts/build must have run (minutes)
set -euo pipefail
[ -f dist/api.js ] || { echo "api: no dist/; run \`scripts/build\` first" >&2; exit 1; }
exec node --expose-gc scripts/lib/api-calls.mjs "${1:-100000}"
