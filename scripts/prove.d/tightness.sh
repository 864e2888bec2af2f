#!/bin/bash
# 12,000 verdicts with 20 % and 12,000 with 60 % of the answers missing, and all totals, against completions (minutes)
exec cargo test --quiet -p huiqi-core --features compile --test engine -- tightness::the_whole_of_it --ignored --nocapture
