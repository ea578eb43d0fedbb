//! Work that follows a burst of calls: after a pause, and at the latest some time after the first.
//! A call costs one look at the clock; timers are set once per pause, not once per call.

use std::cell::Cell;
use std::rc::Rc;

use crate::browser::clock;

/// See the module. Clones share one burst.
#[derive(Clone)]
pub(crate) struct Debounce(Rc<Inner>);

struct Inner {
    pause: f64,
    most: f64,
    first: Cell<f64>,
    last: Cell<f64>,
    pending: Cell<bool>,
    armed: Cell<bool>,
    action: Box<dyn Fn()>,
}

impl Debounce {
    /// `action` after `pause` milliseconds without a call, `most` after the first at the latest.
    pub(crate) fn new(pause: f64, most: f64, action: impl Fn() + 'static) -> Self {
        Self(Rc::new(Inner {
            pause,
            most,
            first: Cell::new(0.0),
            last: Cell::new(0.0),
            pending: Cell::new(false),
            armed: Cell::new(false),
            action: Box::new(action),
        }))
    }

    /// Something happened.
    pub(crate) fn touch(&self) {
        let now = clock::ticks();
        self.0.last.set(now);
        if !self.0.pending.replace(true) {
            self.0.first.set(now);
        }
        if !self.0.armed.get() {
            self.arm(self.0.pause);
        }
    }

    /// Whether something is still to follow.
    pub(crate) fn is_pending(&self) -> bool {
        self.0.pending.get()
    }

    /// Does what is pending at once.
    pub(crate) fn flush(&self) {
        if self.0.pending.replace(false) {
            (self.0.action)();
        }
    }

    fn arm(&self, wait: f64) {
        self.0.armed.set(true);
        let this = self.clone();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a short time, not negative"
        )]
        clock::after(wait.ceil().max(0.0) as u64, move || this.fire());
    }

    fn fire(&self) {
        self.0.armed.set(false);
        if !self.0.pending.get() {
            return;
        }
        let due = (self.0.last.get() + self.0.pause).min(self.0.first.get() + self.0.most);
        let left = due - clock::ticks();
        if left > 1.0 { self.arm(left) } else { self.flush() }
    }
}
