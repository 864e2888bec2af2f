#!/bin/bash
# ten minutes of damaged policies.json and datasets, and beside them of damaged profiles, links and storage, and of visitors who do anything: each is read or refused, never a panic, never a stack too deep
exec cargo test --quiet -p huiqi-core --features compile --test engine -- for_ten_minutes --ignored --nocapture
