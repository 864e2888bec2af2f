//! `huiqi schema`

use super::Arguments;
use crate::failure::Failure;

const SCHEMA: &str = include_str!("../../../../policies.schema.json");

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    Arguments::parse(arguments, &[], &[])?;
    print!("{SCHEMA}");
    Ok(())
}
