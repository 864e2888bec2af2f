//! Whole visits, natively, over the list that is shipped: what is asked, how many taps it takes, and that it reconciles.

#![cfg(test)]

mod estimates;
mod going;
mod keeping;
mod limits;
mod planner;
mod reconciles;
mod sums;
mod support;
mod taps;
mod walks;
