//! Starts the page.

fn main() {
    gaozhi::start();
}
