#!/bin/bash
# questions until all is settled: the planner against two simple rules on 10,000 profiles (or as many as given), and against the exact optimum (half an hour)
set -euo pipefail
test() { cargo test --quiet -p huiqi-core --features compile --test engine -- "$1" --ignored --nocapture; }
test optimum::the_whole_of_it
HUIQI_PROFILES=${1:-10000} test planner::the_whole_of_it
