//! The app's own script and module after Trunk: the script minified, both named by what is in them.
//! Changes the staged files and the page's mentions of them, nothing else.
//!
//! Trunk names them by the module as it was before wasm-opt. Another tool version would then give other bytes
//! under an old name, and a browser that has kept the old script would refuse it by the new digest.

use crate::hash;
use crate::html::tags;
use crate::places::Places;
use crate::shrink;
use crate::steps::Outcome;
use std::fs;
use std::path::Path;

/// Finishes the two files in `site` and returns the page that names them.
pub fn finish(html: &str, site: &Path, places: &Places) -> Outcome<String> {
    let module = module(html).ok_or("index.html preloads no wasm module; Trunk used to put that there")?;
    let stem = module.trim_end_matches("_bg.wasm");
    let script = format!("{stem}.js");
    let base = stem.rsplit_once('-').map_or(stem, |(base, _)| base);
    let cannot = |file: &str| {
        let file = site.join(file).display().to_string();
        move |error| format!("{file}: {error}")
    };

    let old_digest = hash::integrity(&fs::read(site.join(&script)).map_err(cannot(&script))?);
    shrink::imports(&site.join(&module), &site.join(&script))?;
    let bytes = fs::read(site.join(&module)).map_err(cannot(&module))?;
    let new_module = format!("{base}-{}.wasm", hash::short([bytes.as_slice()]));
    fs::rename(site.join(&module), site.join(&new_module)).map_err(cannot(&module))?;

    let text = fs::read_to_string(site.join(&script)).map_err(cannot(&script))?;
    fs::write(site.join(&script), text.replace(&module, &new_module)).map_err(cannot(&script))?;
    shrink::script(&site.join(&script), places)?;
    let bytes = fs::read(site.join(&script)).map_err(cannot(&script))?;
    let new_script = format!("{base}-{}.js", hash::short([bytes.as_slice()]));
    fs::rename(site.join(&script), site.join(&new_script)).map_err(cannot(&script))?;

    if !html.contains(&old_digest) {
        return Err(format!("index.html does not have the digest of {script}").into());
    }
    let html = html.replace(&module, &new_module).replace(&script, &new_script);
    Ok(html.replace(&old_digest, &hash::integrity(&bytes)))
}

/// The name of the app's module in the page.
fn module(html: &str) -> Option<String> {
    let preloads = tags(html).into_iter().filter(|tag| tag.name == "link" && tag.has_rel("preload"));
    let names =
        preloads.filter_map(|tag| tag.attribute("href").map(|href| href.trim_start_matches("./").to_owned()));
    names.into_iter().find(|name| name.ends_with("_bg.wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_the_one_that_is_preloaded() {
        let html = "<link rel=preload href=./a.woff2><link as=fetch href=./app-1_bg.wasm rel=preload>";
        assert_eq!(module(html).as_deref(), Some("app-1_bg.wasm"));
        assert_eq!(module("<link rel=icon href=x_bg.wasm>"), None);
    }
}
