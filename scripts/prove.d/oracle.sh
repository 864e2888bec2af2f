#!/bin/bash
# the second opinion, written from the list: 100,000 whole and 10,000 partial profiles, all boundaries (half an hour)
set -euo pipefail
cargo build --quiet -p huiqi-cli
exec python3 tests/oracle --complete 100000 --partial 10000 "$@"
