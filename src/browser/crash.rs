//! What happens when the program breaks: the page says so by a message that stands in
//! `index.html`, for by then no handler of the app lives any more.

/// Shows the message on a panic.
pub(crate) fn watch() {
    std::panic::set_hook(Box::new(|_| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(message) = document.and_then(|document| document.get_element_by_id("crash")) {
            // Nothing is left to tell it to when even this fails.
            let _ = message.remove_attribute("hidden");
        }
    }));
}
