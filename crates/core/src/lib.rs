//! The engine of `huiqi`: it reads a compiled dataset, takes a partial profile and says which clauses it may have,
//! what each is worth, and why.
//!
//! Nothing here knows a browser, a file or a clock: the reference date and the dataset come from the caller.
//! Arrows point one way: `decimal`, `date`, `truth` ← `rules` ← `dataset` ← `profile` ← `screening`.

pub mod date;
pub mod decimal;
pub mod pack;
pub mod truth;

pub mod rules;

pub mod dataset;
pub mod listing;
pub mod profile;
pub mod screening;

#[cfg(feature = "compile")]
pub mod compile;
