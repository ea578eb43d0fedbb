//! Finishes index.html: preloads first, inline scripts, one inline style sheet, and the Content-Security-Policy over the result.
//! Text in, text out; the style sheets are read through the function given.

use crate::hash;
use crate::html::{Tag, tags};
use crate::steps::Outcome;
use std::ops::Range;

/// The finished page.
pub struct Page {
    /// Its text.
    pub html: String,
    /// The style sheets that are part of it now, as names of files beside it.
    pub inlined: Vec<String>,
}

/// Finishes a page. `told` are the addresses of the modules on demand, each of which the app finds in the `<meta>`
/// of its name; `scripts` come into the page before the start script; without `read` the style sheets stay links.
pub fn finish<F: Fn(&str) -> Outcome<String>>(
    html: &str,
    told: &[(&str, String)],
    scripts: &[String],
    read: Option<&F>,
) -> Outcome<Page> {
    // The parser hands scripts to the hash with plain line ends.
    let html = html.replace("\r\n", "\n");
    let tell =
        |(name, address): &(&str, String)| format!("<meta name=\"gaozhi-{name}\" content=\"{address}\">");
    let mut first: String = told.iter().map(tell).collect();
    let mut css = String::new();
    let mut inlined = Vec::new();
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut preloaded = Vec::new();
    for tag in tags(&html) {
        if is_ours(&tag, told) {
            cuts.push(tag.range);
        } else if tag.name == "link" && (tag.has_rel("modulepreload") || tag.has_rel("preload")) {
            preloaded.push(extension(&tag).to_owned());
            // Before the start script: its imports are then checked against the digest that stands here.
            first.push_str(&preload(&tag, &html));
            cuts.push(tag.range);
        } else if let (true, Some(read)) = (tag.name == "link" && tag.has_rel("stylesheet"), read) {
            let href = tag.attribute("href").unwrap_or_default();
            let name = href.trim_start_matches("./");
            css.push_str(&sheet(&read(name)?, tag.attribute("media"), name)?);
            inlined.push(name.to_owned());
            cuts.push(tag.range);
        }
    }
    for wanted in ["js", "wasm"] {
        if !preloaded.iter().any(|extension| extension == wanted) {
            return Err(format!("index.html preloads no .{wanted} file; Trunk used to put that there").into());
        }
    }
    for script in scripts {
        if script.to_ascii_lowercase().contains("</script") {
            return Err("a script of the page has </script, so it cannot be put into the page".into());
        }
        let script = format!("<script>{}</script>", script.replace("\r\n", "\n"));
        if !html.contains(&script) {
            first.push_str(&script);
        }
    }
    if !css.is_empty() {
        first = format!("{first}<style>{css}</style>");
    }
    let html = insert_after_charset(&without(&html, &cuts), &first)?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(&html));
    Ok(Page { html: insert_after_charset(&html, &policy)?, inlined })
}

/// The policy of a page whose scripts and styles are its own files or stand in it now.
pub fn policy(html: &str) -> String {
    let mut scripts = String::new();
    let mut styles = String::new();
    for tag in tags(html) {
        let list = match tag.name.as_str() {
            "script" if tag.attribute("src").is_none() => &mut scripts,
            "style" => &mut styles,
            _ => continue,
        };
        let source = hash::policy_source(&html[tag.text]);
        if !list.contains(&source) {
            list.push(' ');
            list.push_str(&source);
        }
    }
    if html.contains("{{__TRUNK_") {
        // `trunk serve` fills its reload script in as it serves; there can be no hash of it. Never in dist of a build.
        scripts = " 'unsafe-inline'".to_owned();
    }
    format!(
        "default-src 'none'; script-src 'self'{scripts} 'wasm-unsafe-eval'; connect-src 'self'; \
         style-src 'self'{styles}; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; \
         worker-src 'self' blob:; base-uri 'none'; form-action 'none'"
    )
}

fn is_ours(tag: &Tag, told: &[(&str, String)]) -> bool {
    let is = |attribute: &str, value: &str| {
        tag.attribute(attribute).is_some_and(|found| found.eq_ignore_ascii_case(value))
    };
    tag.name == "meta"
        && (is("http-equiv", "Content-Security-Policy") || told.iter().any(|(name, _)| is("name", name)))
}

/// The text of a preload. Browsers check the digest of a script here, but not yet that of anything else
/// (crbug.com/981419), and Chromium says so at every load.
fn preload(tag: &Tag, html: &str) -> String {
    let text = &html[tag.range.clone()];
    match tag.attribute("integrity") {
        Some(digest) if !tag.has_rel("modulepreload") => {
            [format!(" integrity=\"{digest}\""), format!(" integrity={digest}")]
                .iter()
                .fold(text.to_owned(), |text, attribute| text.replace(attribute, ""))
        }
        Some(_) | None => text.to_owned(),
    }
}

fn extension(tag: &Tag) -> &str {
    tag.attribute("href").and_then(|href| href.rsplit('.').next()).unwrap_or_default()
}

/// A style sheet as part of a larger one.
fn sheet(css: &str, media: Option<&str>, name: &str) -> Outcome<String> {
    let css = css.trim();
    if css.contains("@import") || css.contains("@charset") || css.to_ascii_lowercase().contains("</style") {
        return Err(
            format!("{name} has @import, @charset or </style, so it cannot be put into the page").into()
        );
    }
    Ok(match media {
        Some(media) => format!("@media {media}{{{css}}}"),
        None => css.to_owned(),
    })
}

fn without(html: &str, cuts: &[Range<usize>]) -> String {
    let mut kept = String::new();
    let mut at = 0;
    for cut in cuts {
        kept.push_str(&html[at..cut.start]);
        at = cut.end;
    }
    kept + &html[at..]
}

fn insert_after_charset(html: &str, text: &str) -> Outcome<String> {
    let found = tags(html).into_iter().find(|tag| tag.name == "meta" && tag.attribute("charset").is_some());
    // The charset comes first, because browsers look for it in the first 1,024 bytes only.
    let at = found.ok_or("index.html has no <meta charset>")?.range.end;
    Ok(format!("{}{text}{}", &html[..at], &html[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><meta charset=utf-8><link href=./a.css rel=stylesheet><title>t</title>\
        <link href=./b.css rel=stylesheet media=print><script type=module>go()</script>\
        <link href=./x.js rel=modulepreload><link as=fetch href=./x.wasm rel=preload><body></body></html>";

    fn finished(html: &str) -> Outcome<Page> {
        finish(
            html,
            &[("office", "office-1/worker.js".to_owned())],
            &["help()".to_owned()],
            Some(&|name: &str| Ok(format!("/*{name}*/"))),
        )
    }

    #[test]
    fn style_sheets_become_one_in_order() -> Outcome {
        let page = finished(PAGE)?;
        assert!(page.html.contains("<style>/*a.css*/@media print{/*b.css*/}</style>"));
        assert!(!page.html.contains("rel=stylesheet"));
        assert_eq!(page.inlined, ["a.css", "b.css"]);
        Ok(())
    }

    #[test]
    fn preloads_come_before_the_start_script() -> Outcome {
        let page = finished(PAGE)?.html;
        let place = |text: &str| page.find(text);
        assert!(place("Content-Security-Policy") < place("rel=modulepreload"));
        assert!(place("rel=modulepreload") < place("<script"));
        assert!(place("rel=preload") < place("<style>"));
        assert!(place("<script>help()</script>") < place("<script type=module"));
        assert_eq!(page.matches("rel=preload").count(), 1);
        Ok(())
    }

    #[test]
    fn only_scripts_keep_their_digest() -> Outcome {
        let page = finished(
            &PAGE
                .replace("as=fetch", "as=fetch integrity=\"sha384-w/=\"")
                .replace("./x.js", "./x.js integrity=sha384-j"),
        )?;
        assert!(page.html.contains("sha384-j") && !page.html.contains("sha384-w"));
        Ok(())
    }

    #[test]
    fn the_policy_knows_every_inline_script_and_style() -> Outcome {
        let page = finished(PAGE)?.html;
        assert!(page.contains(&format!(
            "script-src 'self' {} {} 'wasm-unsafe-eval'",
            hash::policy_source("help()"),
            hash::policy_source("go()")
        )));
        assert!(page.contains(&hash::policy_source("/*a.css*/@media print{/*b.css*/}")));
        assert!(!page.contains("unsafe-inline"));
        Ok(())
    }

    #[test]
    fn finishing_twice_changes_nothing_more() -> Outcome {
        let once = finished(PAGE)?.html;
        let twice = finished(&once)?.html;
        assert_eq!(twice.matches("Content-Security-Policy").count(), 1);
        assert_eq!(twice.matches("help()").count(), 1);
        assert_eq!(policy(&twice), policy(&once));
        Ok(())
    }

    #[test]
    fn a_page_without_its_preloads_is_refused() {
        assert!(finished(&PAGE.replace("x.wasm", "x.txt")).is_err());
        assert!(finished(&PAGE.replace("charset", "x")).is_err());
    }
}
