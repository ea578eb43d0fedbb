//! Text in GB18030 by the browser's own table: it only decodes, so its answers are turned round.

use gaozhi_core::export::Gb18030;
use web_sys::TextDecoder;

/// The bytes of a text, and how many of its characters have no code; nothing where the browser does
/// not know GB18030.
pub(crate) fn encode(text: &str) -> Option<(Vec<u8>, usize)> {
    let decoder = TextDecoder::new_with_label("gb18030").ok()?;
    Some(Gb18030::of(&|bytes| decoder.decode_with_u8_array(bytes).ok())?.encode(text))
}
