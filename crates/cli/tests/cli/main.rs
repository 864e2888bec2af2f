//! The `huiqi` command as an editor runs it.
#![cfg(test)]

mod contract;
mod editing;
mod encoding;
mod lists;
mod oracle;
mod output;
mod page;
mod personas;
mod schema;
mod support;
