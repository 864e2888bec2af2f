#!/bin/bash
# Lighthouse on the built widget and on policies.html, as on a phone: its four scores against the design's (a minute)
set -euo pipefail
[ -f dist/index.html ] || { echo "lighthouse: no dist/; run \`scripts/build\` first" >&2; exit 1; }
log=$(mktemp)
node scripts/serve.mjs --port 0 > "$log" &
server=$!
trap 'kill $server; rm -f "$log"' EXIT
until address=$(head -n 1 "$log") && [ -n "$address" ]; do sleep 0.1; done
node scripts/lib/lighthouse.mjs "$address" "$@"
