#!/bin/bash
# memory, listeners and elements over 10,000 answers, 1,000 rounds of all screens and 1,000 mounts; scripts/build must have run (6 min)
exec cargo test --quiet --test browser -- lasting --include-ignored --nocapture --test-threads 1
