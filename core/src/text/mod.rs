//! Characters and numerals of Chinese office text. Knows nothing of forms.

pub mod chars;
pub mod entity;
pub mod numerals;
