#!/bin/bash
# every row of the inventory against the dataset, both ways: the tables (a minute)
exec cargo test --quiet -p huiqi-core --features compile --test engine -- coverage --nocapture --test-threads 1
