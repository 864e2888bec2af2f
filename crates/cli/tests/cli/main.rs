//! The `huiqi` command as an editor runs it.
#![cfg(test)]

mod page;
mod schema;
mod support;
