#!/bin/bash
# would the second opinion notice a wrong figure: each figure and day of the dataset changed in turn (an hour; a second argument names some: water_price_cut,lpr_1y)
set -euo pipefail
cargo build --quiet -p huiqi-cli
exec python3 tests/oracle --mutants "${1:-1}" ${2:+--figures "$2"}
