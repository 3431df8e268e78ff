//! The project's own commands: `cargo xtask build | serve | test | …`.

mod evaluate;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = arguments
        .split_first()
        .map_or(("", &[][..]), |(verb, rest)| (verb.as_str(), rest));
    let done = match verb {
        "evaluate" => evaluate::run(rest),
        _ => Err("usage: cargo xtask evaluate [ranking] [--data DIR] [--case ID]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
