#!/bin/bash
# visits without a pause while releases are published as docs/hosting.md says, under nginx and to a stand-in for object storage with a CDN (a minute)
set -euo pipefail
[ -f dist/index.html ] || { echo "publishing: no dist/; run \`scripts/build\` first" >&2; exit 1; }
PATH=$PATH:/usr/sbin
exec node scripts/lib/publishing.mjs "$@"
