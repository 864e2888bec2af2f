#!/bin/bash
# would the second opinion notice a wrong figure: each figure of the dataset changed in turn (a quarter of an hour)
set -euo pipefail
cargo build --quiet -p huiqi-cli
exec python3 tests/oracle --mutants "${1:-1}"
