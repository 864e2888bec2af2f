#!/bin/bash
# the best allowed combination of the real dataset against every subset of what is had, in every completion of some choices; 2,000 profiles, or as many as given (minutes)
HUIQI_PROFILES=${1:-2000} exec cargo test --quiet -p huiqi-core --features compile --test engine -- allowed::the_whole_of_it --ignored --nocapture
