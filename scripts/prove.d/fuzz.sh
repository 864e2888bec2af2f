#!/bin/bash
# ten minutes of damaged policies.json and damaged datasets: each is read or refused, never a panic, never a stack too deep
exec cargo test --quiet -p huiqi-core --features compile --test engine -- fuzz::for_ten_minutes --ignored --nocapture
