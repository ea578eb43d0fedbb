//! What eyes see: what the page shows, and waiting until it shows it.

use crate::page::Page;
use crate::report;
use crate::wait::wait;

impl Page {
    /// Whether the page has such an element.
    #[must_use]
    pub fn exists(&self, selector: &str) -> bool {
        self.run("return !!document.querySelector(arguments[0])", &[selector.into()]) == true
    }

    /// How many such elements the page has.
    #[must_use]
    pub fn count(&self, selector: &str) -> u64 {
        let found = self.run("return document.querySelectorAll(arguments[0]).length", &[selector.into()]);
        found.as_u64().unwrap_or_default()
    }

    /// An attribute of the first such element.
    #[must_use]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null";
        self.run(script, &[selector.into(), name.into()]).as_str().map(str::to_owned)
    }

    /// An attribute that is a number.
    #[must_use]
    pub fn number(&self, selector: &str, name: &str) -> usize {
        let found = self.attribute(selector, name).unwrap_or_else(|| panic!("{selector} has no {name}"));
        found.parse().unwrap_or_else(|_| panic!("{name}={found} is no number"))
    }

    /// The visible words of the first such element.
    #[must_use]
    pub fn words(&self, selector: &str) -> String {
        self.text_of("return document.querySelector(arguments[0])?.innerText ?? ''", &[selector.into()])
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(&self, field: &str) -> String {
        self.text_of(
            "return document.querySelector(`[data-field=\"${arguments[0]}\"]`).value",
            &[field.into()],
        )
    }

    /// The field that has the focus; empty where none has.
    #[must_use]
    pub fn focused(&self) -> String {
        self.text_of("return document.activeElement?.dataset.field ?? ''", &[])
    }

    /// What covers the field that has the focus, if anything does; or that it is out of view.
    #[must_use]
    pub fn covered_by(&self) -> Option<String> {
        let script = "const here = document.activeElement, box = here.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return top === here ? null : (top?.outerHTML ?? 'out of view').slice(0, 80)";
        self.run(script, &[]).as_str().map(str::to_owned)
    }

    /// The preview's visible text without white space, read as a person reads it: page after page, each brought
    /// into view, for the browser leaves out what is far from the screen.
    #[must_use]
    pub fn preview(&self) -> String {
        let script = "const done = arguments[0], texts = [];
            const painted = () => new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)));
            (async () => {
                for (const page of document.querySelectorAll('[data-testid=preview] [data-testid=page]')) {
                    page.scrollIntoView();
                    await painted();
                    texts.push(page.innerText);
                }
                done(texts.join('\\n'));
            })();";
        let read = self.driver.get(self.driver.session().execute_async(script, Vec::new()));
        report::squeezed(read.json().as_str().unwrap_or_default())
    }

    /// What the preview shows for a field, each place.
    #[must_use]
    pub fn shown(&self, field: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(
            `[data-testid=preview] [data-for=\"${arguments[0]}\"]`)].reduce((shown, e) => e.hasAttribute('data-of') ? (shown.push(shown.pop() + e.innerText), shown) : (shown.push(e.innerText), shown), [])";
        let found = self.run(script, &[field.into()]);
        let texts = found.as_array().map(Vec::as_slice).unwrap_or_default();
        texts.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    /// Waits until every place of a field shows that.
    #[track_caller]
    pub fn wait_shown(&self, field: &str, text: &str) {
        wait(format!("the preview shows {text} for {field}, not {:?}", self.shown(field)), || {
            let shown = self.shown(field);
            (!shown.is_empty() && shown.iter().all(|one| one == text)).then_some(())
        });
    }

    /// How many blanks are filled, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let number = |name| self.number("[data-testid=progress]", name);
        (number("data-filled"), number("data-total"))
    }

    /// Waits until the page says that of its saving.
    #[track_caller]
    pub fn wait_saving(&self, state: &str) {
        let seen = || self.attribute("[data-testid=save-state]", "data-state");
        wait(format!("save-state is {state}, not {:?}", seen()), || {
            (seen().as_deref() == Some(state)).then_some(())
        });
    }

    /// Waits until all that was typed is kept.
    #[track_caller]
    pub fn wait_saved(&self) {
        self.wait_saving("saved");
    }

    /// Waits for a message with those words; gives its level.
    #[track_caller]
    pub fn wait_notice(&self, words: &str) -> String {
        wait(format!("a notice says {words}"), || self.notice(words))
    }

    /// The level of the message with those words, if there is one.
    #[must_use]
    pub fn notice(&self, words: &str) -> Option<String> {
        let script = "return [...document.querySelectorAll('[data-testid=notice]')]
            .find(e => e.innerText.includes(arguments[0]))?.dataset.level ?? null";
        self.run(script, &[words.into()]).as_str().map(str::to_owned)
    }
}
