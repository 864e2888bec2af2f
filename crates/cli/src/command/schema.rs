//! `huiqi schema`

use super::Arguments;
use crate::failure::Failure;
use crate::say::say;

const SCHEMA: &str = include_str!("../../../../policies.schema.json");

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    Arguments::parse(arguments, 0, &[], &[])?;
    say(SCHEMA)
}
