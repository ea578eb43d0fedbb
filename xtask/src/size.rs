//! `cargo xtask size`: the bytes of dist/, raw and as a web server would send them, against the budgets.
//! Reads dist only; node's zlib does the compressing.

use crate::html::{Tag, tags};
use crate::places::Places;
use crate::setup::BUILD;
use crate::steps::{Failure, Outcome, Steps, say};
use crate::{make, needs, sh};
use std::fs;
use std::path::Path;

/// What the first load may take, compressed with brotli.
const FIRST_LOAD_BUDGET: u64 = 130 * 1024;
/// What each module on demand may take: what it is for, how its folder is named, its budget.
const ON_DEMAND: [(&str, &str, u64); 4] = [
    ("on demand: review and designer", "designer-", 130 * 1024),
    ("on demand: proofreading", "proof-", 130 * 1024),
    ("on demand: reading files", "reader-", 130 * 1024),
    ("on demand: Word files", "office-", 120 * 1024),
];

const COMPRESS: &str = "const z=require('zlib'),f=require('fs');for(const n of process.argv.slice(1)){\
    const b=f.readFileSync(n);console.log(b.length,z.gzipSync(b,{level:9}).length,z.brotliCompressSync(b).length)}";

/// Prints the table; builds first if there is no dist.
pub fn command(arguments: &[String]) -> Outcome {
    if let Some(argument) = arguments.first() {
        return Err(Failure::usage(format!("size takes no `{argument}`")));
    }
    let places = Places::here()?;
    let mut steps = Steps::quiet();
    if !places.dist.join("index.html").exists() {
        needs::ensure(BUILD, &places, &mut steps)?;
        make::release(&places, &mut steps)?;
    }
    let page = fs::read_to_string(places.dist.join("index.html"))
        .map_err(|error| format!("dist/index.html: {error}"))?;
    let mut files = Vec::new();
    list(&places.dist, "", &mut files)?;
    files.sort();
    let (first, mut other): (Vec<String>, Vec<String>) =
        files.into_iter().partition(|file| is_first_load(file, &page));
    table("first load", &first, FIRST_LOAD_BUDGET, &places)?;
    for (title, folder, budget) in ON_DEMAND {
        let (module, rest): (Vec<String>, Vec<String>) =
            other.into_iter().partition(|file| file.starts_with(folder));
        table(title, &module, budget, &places)?;
        other = rest;
    }
    if other.is_empty() { Ok(()) } else { table("other files", &other, 0, &places) }
}

/// Whether a browser fetches the file for the page itself: it is the page, or the page names it
/// (but for the addresses of the modules on demand, which are only told).
fn is_first_load(file: &str, page: &str) -> bool {
    let is_told = |tag: &Tag| tag.attribute("name").is_some_and(|name| name.starts_with("gaozhi-"));
    let mut rest = page.to_owned();
    for tag in tags(page).into_iter().filter(is_told).rev() {
        rest.replace_range(tag.range, "");
    }
    file == "index.html" || rest.contains(file)
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Outcome {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}

fn table(title: &str, files: &[String], budget: u64, places: &Places) -> Outcome {
    let paths = files.iter().map(|file| places.dist.join(file));
    let printed = sh::output(places.command("node").args(["-e", COMPRESS, "--"]).args(paths));
    let printed =
        printed.ok_or("node cannot compress the files of dist/; is Node there? Run `cargo xtask setup`.")?;
    say(&format!("{title:44} {:>10} {:>10} {:>10}", "raw", "gzip", "brotli"));
    let mut sums = [0_u64; 3];
    for (file, line) in files.iter().zip(printed.lines()) {
        let sizes: Vec<u64> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
        for (sum, size) in sums.iter_mut().zip(&sizes) {
            *sum += size;
        }
        row(file, &sizes);
    }
    row("together", &sums);
    if budget > 0 {
        let verdict = if sums[2] <= budget { "within" } else { "OVER" };
        say(&format!(
            "  {verdict} the budget of {} KiB: {:.1} KiB brotli\n",
            budget / 1024,
            sums[2] as f64 / 1024.0
        ));
    }
    Ok(())
}

fn row(name: &str, sizes: &[u64]) {
    let sizes = sizes.iter().fold(String::new(), |text, size| format!("{text} {size:>10}"));
    say(&format!("  {name:42}{sizes}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_on_demand_is_told_but_not_loaded() {
        let page = "<meta name=gaozhi-office content=office-1/worker.js><meta name=gaozhi-designer content=designer-1/boot.js><script>import './a.js'</script>";
        assert!(is_first_load("index.html", page));
        assert!(is_first_load("a.js", page));
        assert!(!is_first_load("office-1/worker.js", page));
        assert!(!is_first_load("designer-1/boot.js", page));
        assert!(!is_first_load("b.png", page));
    }
}
