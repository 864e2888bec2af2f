#!/bin/bash
# made-up rules of every shape against all their completions: how many datasets (30000, 6 min), and a seed
set -euo pipefail
HUIQI_DATASETS=${1:-30000} HUIQI_SEED=${2:-1} \
  exec cargo test -p huiqi-core --features compile --test engine -- grammar::many_rules --ignored --nocapture
