//! Which place of the app an address names: the part after `#`.

/// A place of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The drafts and the gallery.
    Home,
    /// Filling the draft of that id.
    Fill(String),
    /// A draft of the template file at that path.
    Template(String),
}

impl Route {
    /// Reads the part after `#`, percent-decoded. What is not understood is home.
    pub(crate) fn parse(hash: &str) -> Self {
        if let Some(path) = hash.strip_prefix("template=").filter(|path| !path.is_empty()) {
            return Self::Template(path.to_owned());
        }
        match hash.strip_prefix("/fill/") {
            Some(id) if !id.is_empty() => Self::Fill(id.to_owned()),
            _ => Self::Home,
        }
    }

    /// The address of designing a draft or a template.
    pub(crate) fn design(id: &str) -> String {
        format!("#/design/{id}")
    }

    /// The address of filling a draft.
    pub(crate) fn fill(id: &str) -> String {
        format!("#/fill/{id}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_places() {
        assert_eq!(Route::parse("/fill/a-1"), Route::Fill("a-1".into()));
        assert_eq!(Route::parse("template=/t/报告.txt"), Route::Template("/t/报告.txt".into()));
        for hash in ["", "/", "/fill/", "template=", "?"] {
            assert_eq!(Route::parse(hash), Route::Home);
        }
    }
}
