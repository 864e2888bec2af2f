//! The `huiqi` command as an editor runs it.

mod page;
mod support;
