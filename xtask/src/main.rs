//! `cargo xtask`: sets up, builds, serves and tests Gaozhi.
//! Only reads the command line here; every command is a file beside this one.

mod app;
mod bench;
mod debian;
mod designer;
mod fuzz;
mod hash;
mod hook;
mod html;
mod imports;
mod lock;
mod make;
mod needs;
mod npm;
mod page;
mod places;
mod programs;
mod serve;
mod setup;
mod sh;
mod shrink;
mod site;
mod size;
mod steps;
mod test;
mod worker;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  setup             fetch and build what is missing of the tools (every command does it for what it needs)
  serve [--port N]  build the release app and serve it on 127.0.0.1 (port 8080, or the next free one)
  build             build the release app: static files in dist/
  test [PART...]    run everything that must be green, or only the parts named:
                    fmt clippy native paper build browser e2e
       --full       with the long versions of the tests (they see GAOZHI_FULL=1)
       -- ARG...    arguments for the tests themselves, e.g. part of a test's name
  bench [ARG...]    run the bench against dist/; the arguments go to it as they are
  bench reading     how long texts of three sizes take to be read, beside the bench's regular expression
  bench docx [N]    how long Word files of three sizes take to be written, beside the bench's writers, in N rounds
  size              the bytes of dist/, raw and compressed, against the budget
  fuzz [TARGET...]  a million inputs each for the readers of texts, files and templates (--runs N)
  static DIR [--port N]  serve any folder as it is
  hook              what Trunk calls at the end of a build

GAOZHI_TOOLS        where the tools go instead of .tools/
GAOZHI_BENCH        where the bench is instead of ../shared/bench
CHROMIUM, CHROMEDRIVER, GAOZHI_PYTHON   programs to use instead of those found
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, rest)) = args.split_first() else {
        print!("{HELP}");
        return ExitCode::from(2);
    };
    let done = match command.as_str() {
        "setup" => setup::command(rest),
        "serve" => serve::command(rest),
        "static" => serve::folder(rest),
        "build" => make::command(rest),
        "test" => test::command(rest),
        "bench" => bench::command(rest),
        "fuzz" => fuzz::command(rest),
        "size" => size::command(rest),
        "hook" => hook::command(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(steps::Failure::usage(format!("there is no command `{other}`"))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n✗ {}", failure.message);
            if failure.is_usage {
                eprintln!("\n{HELP}");
                return ExitCode::from(2);
            }
            ExitCode::FAILURE
        }
    }
}
