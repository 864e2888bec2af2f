//! The engine on the real dataset: cases worked out by hand, and laws that hold for every profile.
#![cfg(test)]

mod allowed;
mod cases;
mod combination;
mod comparisons;
mod counted;
mod coverage;
mod ends;
mod estimates;
mod formulas;
mod fuzz;
mod grammar;
mod implied;
mod laws;
mod memory;
mod mistakes;
mod naive;
mod naive_text;
mod nearest;
mod optimum;
mod periods;
mod planner;
mod reasons;
mod renamed;
mod report;
mod sound;
mod stacking;
mod steps;
mod support;
mod tightness;
mod witness;
