#!/bin/bash
# docs/hosting/nginx.conf under a real nginx: headers, old and new browsers, frames, requests a second; installs nginx and ab where missing (a minute)
set -euo pipefail
. scripts/lib/steps.sh
. scripts/lib/packages.sh
[ -f dist/index.html ] || { echo "hosting: no dist/; run \`scripts/build\` first" >&2; exit 1; }
mkdir -p "$tools"
PATH=$PATH:/usr/sbin
wanted=()
want nginx nginx-light
want ab apache2-utils
packages "nginx and ab" "20 s" "${wanted[@]}"
node scripts/lib/statuses.mjs
exec node scripts/lib/hosting.mjs "$@"
