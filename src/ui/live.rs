//! Words and attributes that follow a signal, each kind behind one type: every closure type of its
//! own would be compiled into the module with all the machinery around it.

/// Words that change.
pub(crate) type Words = Box<dyn FnMut() -> String + Send>;
/// An attribute that changes, comes and goes.
pub(crate) type Attribute = Box<dyn FnMut() -> Option<String> + Send>;
/// A switch.
pub(crate) type Switch = Box<dyn FnMut() -> bool + Send>;

/// Words that follow what `follow` looks at.
pub(crate) fn words(mut follow: impl FnMut() -> String + Send + 'static) -> Words {
    Box::new(move || follow())
}

/// An attribute that follows what `follow` looks at.
pub(crate) fn attribute<T: Into<Option<String>>>(
    mut follow: impl FnMut() -> T + Send + 'static,
) -> Attribute {
    Box::new(move || follow().into())
}

/// A switch that follows what `follow` looks at.
pub(crate) fn switch(mut follow: impl FnMut() -> bool + Send + 'static) -> Switch {
    Box::new(move || follow())
}
