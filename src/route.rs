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
    /// The review of what was read.
    Review,
    /// Shaping the draft or template of that id.
    Design(String),
    /// The versions of the draft of that id.
    Versions(String),
    /// What was changed in the report of the draft of that id, which came back.
    Returned(String),
    /// The page setup of the draft of that id.
    Setup(String),
}

impl Route {
    /// Reads the part after `#`, percent-decoded. What is not understood is home.
    pub(crate) fn parse(hash: &str) -> Self {
        if let Some(path) = hash.strip_prefix("template=").filter(|path| !path.is_empty()) {
            return Self::Template(path.to_owned());
        }
        let id = |prefix| hash.strip_prefix(prefix).filter(|id| !id.is_empty()).map(str::to_owned);
        if hash == "/review" {
            Self::Review
        } else if let Some(id) = id("/fill/") {
            Self::Fill(id)
        } else if let Some(id) = id("/design/") {
            Self::Design(id)
        } else if let Some(id) = id("/versions/") {
            Self::Versions(id)
        } else if let Some(id) = id("/returned/") {
            Self::Returned(id)
        } else if let Some(id) = id("/setup/") {
            Self::Setup(id)
        } else {
            Self::Home
        }
    }

    /// The address of designing a draft or a template.
    pub(crate) fn design(id: &str) -> String {
        format!("#/design/{id}")
    }

    /// The address of the versions of a draft.
    pub(crate) fn versions(id: &str) -> String {
        format!("#/versions/{id}")
    }

    /// The address of what was changed in the report of a draft.
    pub(crate) fn returned(id: &str) -> String {
        format!("#/returned/{id}")
    }

    /// The address of the page setup of a draft.
    pub(crate) fn setup(id: &str) -> String {
        format!("#/setup/{id}")
    }

    /// The address of filling a draft.
    pub(crate) fn fill(id: &str) -> String {
        format!("#/fill/{id}")
    }

    /// The address of the review.
    pub(crate) const REVIEW: &'static str = "#/review";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_places() {
        assert_eq!(Route::parse("/fill/a-1"), Route::Fill("a-1".into()));
        assert_eq!(Route::parse("template=/t/报告.txt"), Route::Template("/t/报告.txt".into()));
        assert_eq!(Route::parse("/design/duty_report"), Route::Design("duty_report".into()));
        assert_eq!(Route::parse("/versions/a-1"), Route::Versions("a-1".into()));
        assert_eq!(Route::parse("/returned/a-1"), Route::Returned("a-1".into()));
        assert_eq!(Route::parse("/setup/a-1"), Route::Setup("a-1".into()));
        assert_eq!(Route::parse("/review"), Route::Review);
        let bare = [
            "",
            "/",
            "/fill/",
            "/design/",
            "/versions/",
            "/returned/",
            "/setup/",
            "/review/",
            "template=",
            "?",
        ];
        for hash in bare {
            assert_eq!(Route::parse(hash), Route::Home);
        }
    }
}
