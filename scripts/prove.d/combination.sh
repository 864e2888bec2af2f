#!/bin/bash
# the best allowed combination: 8,000 small datasets against every completion of theirs, and the real one against every subset of what is had in every completion of some choices; 2,000 profiles, or as many as given (minutes)
set -euo pipefail
engine() { cargo test --quiet -p huiqi-core --features compile --test engine -- "$@" --nocapture; }
HUIQI_DATASETS=8000 engine combination::every_completion
HUIQI_PROFILES=${1:-2000} engine allowed::the_whole_of_it --ignored
