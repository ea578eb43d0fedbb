//! Bringing one's own: pasted text, a chosen or dropped file. Drafts and templates in the text
//! form are known here; anything else goes to the module for reading, which shows a review.

use gaozhi_core::backup::is_backup;
use gaozhi_core::export::{Markup, carried as draft_in};
use gaozhi_core::template::parse;
use leptos::ev;
use leptos::prelude::*;

use super::super::notices::Notices;
use super::super::{live, words};
use super::meaning::{Meaning, is_draft_file, is_text_file, is_web_page, meaning, stem};
use super::shelf::List;
use super::{keeping, reopen};
use crate::browser::carried::{self, Carried};
use crate::browser::designer;
use crate::browser::dom::{self, Control};
use crate::browser::files::{self, File};
use crate::browser::handover::{self, ToRead};
use crate::browser::json;
use crate::store;

const FILE: &str = "import-file";
const TEXT: &str = "import-text";
const READ: &str = "import-read";
const STATE: &str = "import-state";
const DROP: &str = "drop";

/// A larger file, in bytes, is none of the texts that are known here.
const LARGEST: f64 = 20.0 * 1024.0 * 1024.0;

/// How reading goes.
enum State {
    Idle,
    Reading,
    /// It was refused; the sentence that says so.
    Refused(String),
}

/// The ways in, as a handle.
#[derive(Clone, Copy)]
struct Import {
    state: RwSignal<State>,
    list: List,
    notices: Notices,
}

/// The section of home, and what stands over home while a file is held over it.
pub(super) fn section(out: &mut Markup) {
    out.raw("<section class=\"import\"><h2>").text(words().bring).raw("</h2><textarea rows=\"3\"");
    out.attr("id", TEXT).attr("data-testid", TEXT).attr("spellcheck", "false");
    out.attr("aria-label", words().paste_here).attr("placeholder", words().paste_here);
    out.raw("></textarea><div class=\"ways\"><button type=\"button\" class=\"primary\"");
    out.attr("id", READ).attr("data-testid", READ).raw(">").text(words().read_text);
    out.raw("</button><label class=\"button\">").text(words().open_file).raw("<input type=\"file\"");
    out.attr("id", FILE)
        .attr("data-testid", FILE)
        .attr("accept", ".docx,.txt,.md,.html,.htm,.json,.doc,.wps");
    out.raw("></label><span>").text(words().open_file_hint).raw("</span></div><div");
    out.attr("id", STATE).raw("></div></section><div class=\"drop\" hidden").attr("id", DROP);
    out.raw("><p>").text(words().drop_here).raw("</p></div>");
}

/// Keeps all that alive.
pub(super) fn follow(list: List) {
    let import = Import { state: RwSignal::new(State::Idle), list, notices: Notices::get() };
    live::follow(move || import.paint());
    live::listen(READ, "click", move |_| import.read_pasted());
    for input in [FILE, keeping::RESTORE] {
        live::listen(input, "change", move |event| {
            if let Some(file) = files::chosen(event) {
                import.file(file);
            }
        });
    }
    live::listen_everywhere("paste", move |event| import.pasted(event));
    for kind in ["dragover", "dragleave", "drop"] {
        live::listen_everywhere(kind, move |event| import.dragged(event));
    }
    live::listen_everywhere(handover::BROUGHT, move |event| {
        let draft = handover::told(event).unwrap_or_default();
        if !import.known("", &draft) {
            import.refuse(&(words().no_draft)(""));
        }
    });
    live::listen_everywhere(handover::REFUSED, move |event| {
        import.refuse(&handover::told(event).unwrap_or_default());
    });
}

impl Import {
    fn paint(self) {
        let Some(root) = dom::by_id(STATE) else { return };
        let mut out = Markup::new();
        self.state.with(|state| match state {
            State::Idle => {}
            State::Reading => {
                out.raw("<p role=\"status\">").text(words().reading).raw("</p>");
            }
            State::Refused(sentence) => {
                out.raw("<p role=\"alert\" data-testid=\"import-error\">").text(sentence).raw("</p>");
            }
        });
        dom::fill(&root, &out);
        if !out.as_str().is_empty() {
            dom::reveal(&root);
        }
    }

    fn say(self, state: State) {
        // Home may be gone by the time that a file is read.
        let _ = self.state.try_set(state);
    }

    fn refuse(self, sentence: &str) {
        self.say(State::Refused(sentence.to_owned()));
    }

    fn read_pasted(self) {
        let Some(area) = Control::by_id(TEXT) else { return };
        let text = area.value();
        if text.trim().is_empty() {
            self.refuse(words().nothing_pasted);
            area.focus();
        } else if !self.known("", &text) {
            self.read("", ToRead::Text(text));
        }
    }

    /// Anywhere on home, unless it is meant for a control.
    fn pasted(self, event: &ev::Event) {
        if Control::focused().is_none()
            && let Some(carried) = carried::carried(event)
        {
            event.prevent_default();
            self.take(carried);
        }
    }

    /// Word puts a picture beside the words, other programs a file's name beside the file.
    fn take(self, carried: Carried) {
        let Carried { file, html, text } = carried;
        match file {
            Some((file, _)) if html.is_empty() => self.file(file),
            _ if text.trim().is_empty() && html.is_empty() => {}
            _ if self.known("", &text) => {}
            _ if html.is_empty() => self.read("", ToRead::Text(text)),
            _ => self.read("", ToRead::Html(html)),
        }
    }

    fn dragged(self, event: &ev::Event) {
        if !carried::has_files(event) {
            return;
        }
        event.prevent_default();
        let kind = event.type_();
        let is_over = kind == "dragover" || (kind == "dragleave" && !carried::has_left(event));
        if let Some(element) = dom::by_id(DROP) {
            dom::set_attr(&element, "hidden", (!is_over).then_some(""));
        }
        if kind == "drop"
            && let Some((file, count)) = carried::carried(event).and_then(|carried| carried.file)
        {
            if count > 1 {
                self.notices.info((words().one_file)(&file.name()));
            }
            self.file(file);
        }
    }

    fn file(self, file: File) {
        let name = file.name();
        if !is_text_file(&name) || file.size() > LARGEST {
            return self.read(&name, ToRead::File(file));
        }
        files::text(&file.clone(), move |text| match text {
            Some(text) if is_web_page(&name) => match draft_in(&text) {
                Some(json) if self.known(&name, &json) => {}
                Some(_) => self.refuse(words().web_draft_damaged),
                None => self.read(&name, ToRead::File(file)),
            },
            Some(text) if self.known(&name, &text) => {}
            _ if is_draft_file(&name) => self.refuse(&(words().no_draft)(&name)),
            _ => self.read(&name, ToRead::File(file)),
        });
    }

    /// Takes in a draft, a template or a backup; says whether the text was one.
    fn known(self, name: &str, text: &str) -> bool {
        if is_backup(text) {
            self.say(State::Idle);
            keeping::restore(text.to_owned(), self.list, self.notices);
            return true;
        }
        match meaning(text, json::draft) {
            Meaning::Draft(stored) => {
                self.say(State::Idle);
                reopen::open(*stored, self.notices);
            }
            Meaning::Newer => self.refuse(words().newer),
            Meaning::Template => self.add_template(name, text),
            Meaning::Text => return false,
        }
        true
    }

    /// A template that was mailed is added to the others and shown there: a draft is begun when
    /// the person says so.
    fn add_template(self, name: &str, text: &str) {
        self.say(State::Idle);
        let name = if name.is_empty() { words().untitled } else { stem(name) };
        let (id, is_new, stored) = store::add_template(text, name);
        let (template, faults) = parse(&store::template_text(&id).unwrap_or_default());
        self.notices.info(if is_new {
            (words().template_added)(&template.name, &faults)
        } else {
            (words().template_known)(&template.name)
        });
        self.list.report(stored);
        self.list.go_to_template(&id);
    }

    fn read(self, name: &str, what: ToRead) {
        self.say(State::Reading);
        let name = name.to_owned();
        designer::load(move |is_there| {
            if is_there {
                handover::read(&name, what);
            } else {
                self.refuse(words().designer_missing);
            }
        });
    }
}
