//! Stands in for the crate `wasm-streams`. Leptos's server functions are linked into every page and
//! name its `ReadableStream`; the real one exports two classes to JavaScript, and what is exported
//! stays in the module: 4.6 KiB of the first load (brotli) that nothing here calls.
//!
//! A body is read and sent as an empty one. Should this program ever have a server to stream to,
//! the patch in `Cargo.toml` goes, and with it this folder.

use futures_util::stream::{self, Stream};
use wasm_bindgen::{JsValue, UnwrapThrowExt};
use web_sys::ReadableStream as Raw;

/// A stream of JavaScript's.
#[derive(Debug)]
pub struct ReadableStream(Raw);

impl ReadableStream {
    /// Takes a stream of JavaScript's.
    #[must_use]
    pub fn from_raw(raw: Raw) -> Self {
        Self(raw)
    }

    /// An empty stream, whatever is given.
    ///
    /// # Panics
    /// Where the browser has no streams.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(Raw::new().unwrap_throw())
    }

    /// The stream of JavaScript's.
    #[must_use]
    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// Nothing, whatever the stream holds.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> + 'static {
        stream::empty()
    }
}
