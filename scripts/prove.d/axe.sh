#!/bin/bash
# axe-core on every screen in every mode, on a phone and at a desk, as tables; scripts/build must have run (4 min)
exec cargo test --quiet --test browser -- axe --include-ignored --nocapture
