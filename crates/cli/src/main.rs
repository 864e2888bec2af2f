//! `huiqi`, the editors' command. What it computes belongs to `huiqi-core`; here are files, arguments and exit codes.

mod answers;
mod boundary;
mod case;
mod command;
mod difference;
mod failure;
mod page;
mod persona;
mod say;
mod text;
mod words;

use failure::Failure;
use say::say;
use std::process::ExitCode;

const HELP: &str = "\
huiqi: check and try the dataset of 惠企政策匹配

  huiqi check [policies.json] [--personas tests/personas] [--cases tests/cases] [--accept]
        is the list in order; every mistake with line, column and advice. Runs the cases, asks for cases on both sides
        of every threshold, and compares sample firms with what was accepted last (--accept takes what they get now).
        Folders not named are looked for beside the list: cases, personas, tests/cases, tests/personas
  huiqi diff OLD NEW [--personas tests/personas]
        what changed between two datasets, and what that does to the sample firms
  huiqi screen ANSWERS.json [--reference-date 2020-07-15] [--dataset policies.json] [--lines]
        what a firm gets, as a report in JSON; `-` reads the answers from standard input; --lines: one firm a line in,
        one report a line out, and `{\"errors\": …}` where a line cannot be screened
  huiqi questions [--dataset policies.json]
        every question: id, type, unit, bounds, values, text
  huiqi schema
        the JSON Schema of policies.json, with Chinese descriptions; policies.schema.json is the same
  huiqi page [--dataset policies.json] [--out policies.html]
        the whole list as a page without script; --out also writes its style, page.css, beside it

errors go to standard error, one JSON object a line: {\"question\": …, \"problem\": …, \"advice\": …}; mistakes of the
dataset, where an editor asked for them, as file:line:column. Files are UTF-8.
exit status: 0 done, 1 the dataset has mistakes or the output cannot be written, 2 the command or the answers have mistakes
";

/// Commands that other programs call.
const FOR_PROGRAMS: [&str; 2] = ["screen", "questions"];

fn main() -> ExitCode {
    let arguments: Result<Vec<String>, _> = std::env::args_os().skip(1).map(std::ffi::OsString::into_string).collect();
    let arguments = arguments.map_err(|argument| {
        let problem = format!("the argument `{}` is not UTF-8", argument.to_string_lossy());
        Failure::usage(problem, "rename the file, or set the terminal to UTF-8")
    });
    let for_programs = arguments.iter().flatten().next().is_some_and(|name| FOR_PROGRAMS.contains(&name.as_str()));
    match arguments.and_then(|arguments| run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell(for_programs);
            ExitCode::from(failure.status)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let (name, rest) = arguments.split_first().map_or(("help", arguments), |(name, rest)| (name.as_str(), rest));
    match name {
        "check" => command::check::run(rest),
        "diff" => command::diff::run(rest),
        "screen" => command::screen::run(rest),
        "schema" => command::schema::run(rest),
        "page" => command::page::run(rest),
        "questions" => command::questions::run(rest),
        "help" | "--help" | "-h" => say(HELP),
        other => Err(Failure::usage(format!("unknown command `{other}`"), "`huiqi help` lists them")),
    }
}
