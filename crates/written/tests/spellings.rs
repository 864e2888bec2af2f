//! What people write, speak and paste, with the value worked out by hand.
#![cfg(test)]

mod spellings {
    pub mod any;
    pub mod days;
    pub mod money;
    pub mod others;
    pub mod rates;
    pub mod support;
}
