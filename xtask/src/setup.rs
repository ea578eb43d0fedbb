//! `cargo xtask setup`: the tables of what building and testing need, and how each is got.
//! Takes things only from the package registries, Debian's packages and rustup.

use crate::needs::{self, Get, Need};
use crate::places::Places;
use crate::programs::{CHROMEDRIVER, CHROMIUM, PYTHON, python_with_docx};
use crate::steps::{Outcome, Steps, say};
use crate::{lock, npm, sh};
use std::fs;
use std::path::Path;

/// The target of everything that runs in the page.
pub const WASM: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";

/// What `cargo fmt` and `cargo clippy` need.
pub static LINT: &[Need] = &[
    Need {
        name: "rustfmt",
        find: |places| sh::output(places.command("cargo").args(["fmt", "--version"])),
        get: Get::Step("rustup component add rustfmt", |places| {
            rustup(places, &["component", "add", "rustfmt"])
        }),
        help: |_| "Run `rustup component add rustfmt`, or install your distribution's rustfmt.".into(),
    },
    Need {
        name: "clippy",
        find: |places| sh::output(places.command("cargo").args(["clippy", "--version"])),
        get: Get::Step("rustup component add clippy", |places| {
            rustup(places, &["component", "add", "clippy"])
        }),
        help: |_| "Run `rustup component add clippy`, or install your distribution's clippy.".into(),
    },
];

/// What a release build needs.
pub static BUILD: &[Need] = &[
    Need {
        name: "wasm target",
        find: |places| {
            let folder =
                sh::output(places.command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
            let mut files = fs::read_dir(&folder).ok()?.flatten();
            files.any(|file| file.file_name().to_string_lossy().starts_with("libcore-")).then(|| WASM.into())
        },
        get: Get::Step("rustup target add wasm32-unknown-unknown", |places| {
            rustup(places, &["target", "add", WASM])
        }),
        help: |_| format!("Run `rustup target add {WASM}`."),
    },
    Need {
        name: "Node and npm",
        find: |places| {
            let version = sh::output(places.command("node").arg("--version"))?;
            let major: u32 = version.trim_start_matches('v').split('.').next()?.parse().ok()?;
            (major >= 18 && places.program("npm").is_some()).then_some(version)
        },
        get: Get::Debian(&["nodejs", "npm"]),
        help: |places| {
            let path = places.path();
            format!(
                "Install Node 18 or later with npm. Looked for node and npm in PATH ({}).",
                path.to_string_lossy()
            )
        },
    },
    Need {
        name: "wasm-opt and terser",
        find: |places| {
            (npm::is_installed(&places.root)
                && ["wasm-opt", "terser"].iter().all(|tool| places.npm_bin().join(tool).exists()))
            .then(|| format!("binaryen {BINARYEN}"))
        },
        get: Get::Step("npm ci (a few seconds)", wasm_opt),
        help: |_| "Run `npm ci --ignore-scripts` in the root; it brings both.".into(),
    },
    Need {
        name: "wasm-bindgen",
        find: |places| {
            let wanted = format!("wasm-bindgen {}", lock::wasm_bindgen(places).ok()?);
            let runner = places.program("wasm-bindgen-test-runner")?;
            let there = sh::output(places.command("wasm-bindgen").arg("--version"))?;
            let runner = sh::output(places.command(runner).arg("--version"))?;
            (there == wanted && runner.ends_with(wanted.trim_start_matches("wasm-bindgen "))).then_some(there)
        },
        get: Get::Step("building tools/ (about 40 s)", build_tools),
        help: |_| "Run `cargo build` in tools/ and put the two executables into .tools/bin.".into(),
    },
    Need {
        name: "Trunk",
        find: |places| {
            let there = sh::output(places.command("trunk").env_remove("NO_COLOR").arg("--version"))?;
            (there == format!("trunk {TRUNK}")).then_some(there)
        },
        get: Get::Step("cargo install trunk 0.21.14 (about 2 min)", install_trunk),
        help: |_| format!("Run `cargo install trunk --version {TRUNK} --locked`."),
    },
];

/// What the tests need besides.
pub static TEST: &[Need] = &[
    Need {
        name: "Chromium",
        find: |places| Some(CHROMIUM.find(places)?.display().to_string()),
        get: Get::Debian(&["chromium"]),
        help: |_| format!("Install Chromium or Chrome (Debian: chromium). {}", CHROMIUM.looked()),
    },
    Need {
        name: "ChromeDriver",
        find: |places| Some(CHROMEDRIVER.find(places)?.display().to_string()),
        get: Get::Debian(&["chromium-driver"]),
        help: |_| {
            format!(
                "Install the driver of the same version (Debian: chromium-driver). {}",
                CHROMEDRIVER.looked()
            )
        },
    },
    Need {
        name: "Chinese fonts",
        find: |places| {
            if cfg!(any(windows, target_os = "macos")) {
                return Some("the system's own".into());
            }
            let families = sh::output(places.command("fc-list").args([":lang=zh-cn", "family"]))?;
            families.lines().next().map(str::to_owned)
        },
        get: Get::Debian(&["fontconfig", "fonts-noto-cjk"]),
        help: |_| {
            "Install a font with Chinese (Debian: fonts-noto-cjk). Looked with `fc-list :lang=zh-cn`.".into()
        },
    },
];

/// What reads our Word files as an outsider.
pub static READER: &[Need] = &[Need {
    name: "python-docx",
    find: |places| Some(python_with_docx(places)?.display().to_string()),
    get: Get::Debian(&["python3", "python3-docx"]),
    help: |_| {
        format!(
            "It reads our Word files as an outsider. Install python-docx (Debian: python3-docx) for a Python. {}",
            PYTHON.looked()
        )
    },
}];

/// What the paper tests need.
pub static PAPER: &[Need] = &[
    Need {
        name: "LibreOffice Writer",
        find: |places| Some(places.program("soffice")?.display().to_string()),
        get: Get::Debian(&["libreoffice-writer-nogui"]),
        help: |_| {
            "It sets our Word files as an outsider. Install LibreOffice (Debian: libreoffice-writer-nogui) so that `soffice` is in PATH.".into()
        },
    },
    Need {
        name: "pdftotext",
        find: |places| Some(places.program("pdftotext")?.display().to_string()),
        get: Get::Debian(&["poppler-utils"]),
        help: |_| "Install poppler (Debian: poppler-utils).".into(),
    },
    Need {
        name: "Noto CJK and Liberation fonts",
        find: |places| {
            ["Noto Serif CJK SC", "Noto Sans CJK SC", "Liberation Serif"].iter().try_for_each(|family| {
                let found = sh::output(places.command("fc-list").args([family, "family"]))?;
                (!found.is_empty()).then_some(())
            })?;
            Some("Noto CJK, Liberation Serif".into())
        },
        get: Get::Debian(&["fontconfig", "fonts-noto-cjk", "fonts-liberation"]),
        help: |_| {
            "Their widths are those of an office's fonts. Install them (Debian: fonts-noto-cjk, fonts-liberation); looked with `fc-list`.".into()
        },
    },
];

/// Sees to everything that any command needs.
pub fn command(arguments: &[String]) -> Outcome {
    if let Some(argument) = arguments.first() {
        return Err(crate::steps::Failure::usage(format!("setup takes no `{argument}`")));
    }
    let places = Places::here()?;
    let mut steps = Steps::new();
    needs::ensure(LINT.iter().chain(BUILD).chain(TEST).chain(READER).chain(PAPER), &places, &mut steps)?;
    steps.table();
    say("Everything is there.");
    Ok(())
}

fn rustup(places: &Places, arguments: &[&str]) -> Outcome {
    sh::run(places.command("rustup").args(arguments))
}

fn wasm_opt(places: &Places) -> Outcome {
    npm::install(&places.root, places)?;
    let version = sh::output(places.command("wasm-opt").arg("--version")).unwrap_or_default();
    if version.split_whitespace().any(|word| word == BINARYEN) {
        return Ok(());
    }
    Err(format!("npm brought wasm-opt `{version}`; {BINARYEN} is wanted.").into())
}

fn build_tools(places: &Places) -> Outcome {
    lock::wasm_bindgen(places)?;
    let build = places.tools.join("build-cli");
    sh::run(
        places
            .command("cargo")
            .args(["build", "--locked", "--manifest-path", "tools/Cargo.toml", "--target-dir"])
            .arg(&build),
    )?;
    for name in ["wasm-bindgen", "wasm-bindgen-test-runner"] {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        copy(&build.join("debug").join(&file), &places.bin().join(&file))?;
    }
    remove(&build)
}

fn install_trunk(places: &Places) -> Outcome {
    let build = places.tools.join("build-trunk");
    sh::run(
        places
            .command("cargo")
            // Unoptimised it builds in a fifth of the time and is fast enough. Without its default features it
            // has no TLS, which it would only need for downloading the tools that we bring.
            .args([
                "install",
                "trunk",
                "--version",
                TRUNK,
                "--locked",
                "--debug",
                "--no-default-features",
                "--force",
            ])
            .arg("--root")
            .arg(&places.tools)
            .arg("--target-dir")
            .arg(&build)
            .env("CARGO_PROFILE_DEV_DEBUG", "0"),
    )?;
    remove(&build)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let folder = to.parent().unwrap_or(to);
    let copied = fs::create_dir_all(folder).and_then(|()| fs::copy(from, to));
    copied.map_err(|error| format!("{} cannot be copied to {}: {error}", from.display(), to.display()))?;
    Ok(())
}

fn remove(folder: &Path) -> Outcome {
    Ok(fs::remove_dir_all(folder)
        .map_err(|error| format!("{} cannot be removed: {error}", folder.display()))?)
}
