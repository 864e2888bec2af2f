#!/bin/bash
# the nearest change against every single change of an answer, and every pair where one is not enough; 1,000 profiles, or as many as given (minutes)
HUIQI_PROFILES=${1:-1000} exec cargo test --quiet -p huiqi-core --features compile --test engine -- nearest::the_whole_of_it --ignored --nocapture
