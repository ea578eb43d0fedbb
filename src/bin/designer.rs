//! Starts the designer: the review of what was read and the shaping of a form, a module of its own
//! that the page loads when somebody first goes there.

fn main() {
    gaozhi::design();
}
