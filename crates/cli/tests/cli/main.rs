//! The `huiqi` command as an editor runs it.
#![cfg(test)]

mod editing;
mod lists;
mod oracle;
mod output;
mod page;
mod personas;
mod schema;
mod support;
