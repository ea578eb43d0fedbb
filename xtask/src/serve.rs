//! `cargo xtask serve` and `static`: a folder of files on 127.0.0.1.
//! The server itself is `site`.

use crate::places::Places;
use crate::setup::BUILD;
use crate::steps::{Failure, Outcome, Steps, say};
use crate::{make, needs, site};
use std::net::TcpListener;
use std::path::Path;

const PORT: u16 = 8080;

/// Builds the release app and serves exactly those files.
pub fn command(arguments: &[String]) -> Outcome {
    let port = port(arguments)?;
    let places = Places::here()?;
    let mut steps = Steps::new();
    needs::ensure(BUILD, &places, &mut steps)?;
    make::release(&places, &mut steps)?;
    steps.table();
    open(&places.dist, port)
}

/// Serves any folder, without set-up or build.
pub fn folder(arguments: &[String]) -> Outcome {
    let Some((folder, rest)) = arguments.split_first() else {
        return Err(Failure::usage("static needs a folder"));
    };
    let port = port(rest)?;
    if !Path::new(folder).is_dir() {
        return Err(format!("{folder} is no folder").into());
    }
    open(Path::new(folder), port)
}

fn open(folder: &Path, port: Option<u16>) -> Outcome {
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| format!("no address: {error}"))?;
    say(&format!("\nGaozhi 稿纸 is on http://{address}/ (Ctrl+C ends it)"));
    site::serve(&listener, folder);
    Ok(())
}

/// The port that was asked for and no other, or the first free one from 8080 on.
fn listen(port: Option<u16>) -> Outcome<TcpListener> {
    let Some(port) = port else {
        let free = (PORT..PORT + 100).find_map(|port| site::listen(port).ok());
        return free.ok_or_else(|| format!("no port from {PORT} to {} is free", PORT + 99).into());
    };
    Ok(site::listen(port).map_err(|error| format!("port {port}: {error}"))?)
}

fn port(arguments: &[String]) -> Outcome<Option<u16>> {
    match arguments {
        [] => Ok(None),
        [flag, port] if flag == "--port" => {
            let port = port.parse().map_err(|_| Failure::usage(format!("`{port}` is no port number")))?;
            Ok(Some(port))
        }
        [other, ..] => Err(Failure::usage(format!("`{other}` is not understood; there is only --port N"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_a_number_or_nothing() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(port(&words("--port 9000")), Ok(Some(9000)));
        assert_eq!(port(&[]), Ok(None));
        assert!(port(&words("--port")).is_err_and(|failure| failure.is_usage));
        assert!(port(&words("--port 99999")).is_err());
    }

    #[test]
    fn a_port_in_use_is_passed_over_or_told() -> Outcome {
        let first = listen(None)?;
        let taken = first.local_addr().map_err(|error| error.to_string())?.port();
        assert!(listen(Some(taken)).is_err());
        assert!(listen(None).is_ok());
        Ok(())
    }
}
