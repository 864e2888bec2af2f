#!/bin/bash
# every browser test, as a table of features and browsers, and the features of the wasm; scripts/build must have run (minutes)
exec node scripts/lib/browsers.mjs
