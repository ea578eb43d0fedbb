//! Whose turn it is to write a draft that is open in several windows: one writes, the others
//! follow. By locks where the browser gives any, else by a lease in storage that is renewed and runs
//! out. Neither is what keeps text safe, records are; they keep people from writing against each other.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::browser::locks::{self, Lock, Manner};
use crate::browser::{clock, storage};

const TURN: &str = "gaozhi/turn/";
/// How long a lease holds, and how often it is renewed, in milliseconds.
const LEASE: i64 = 6000;
const RENEWAL: u64 = 2000;
/// How long a lock that is held may take to come free before another window is believed to hold it.
const PATIENCE: u64 = 300;
/// How long a window that is asked to let go may take to keep what it has, in milliseconds.
const MANNERS: u64 = 600;

/// A window's claim to write a draft, for as long as it lives.
pub(crate) struct Turn(Rc<Claim>);

struct Claim {
    /// The key under which windows ask each other, and the name of the lock.
    key: String,
    /// Names this claim.
    me: String,
    is_writing: Cell<bool>,
    lock: RefCell<Option<Lock>>,
    has_locks: Cell<bool>,
    /// Hears whether it is this window's turn.
    told: Box<dyn Fn(bool)>,
}

impl Turn {
    /// Claims the draft of that id. `told` hears whether it is this window's turn: at once or soon,
    /// and whenever that changes.
    pub(crate) fn claim(id: &str, told: impl Fn(bool) + 'static) -> Self {
        let claim = Rc::new(Claim {
            key: [TURN, id].concat(),
            me: clock::fresh_id(),
            is_writing: Cell::new(false),
            lock: RefCell::default(),
            has_locks: Cell::new(true),
            told: Box::new(told),
        });
        Claim::ask(&claim, Manner::IfFree);
        if !claim.has_locks.get() {
            Claim::renew(&claim);
        }
        Self(claim)
    }

    /// The person wants to write here: whoever writes is asked to keep what they have and let go.
    pub(crate) fn take_over(&self) {
        let claim = &self.0;
        claim.sign();
        let weak = Rc::downgrade(claim);
        clock::after(MANNERS, move || {
            let Some(claim) = weak.upgrade().filter(|claim| !claim.is_writing.get()) else { return };
            if claim.has_locks.get() {
                Claim::ask(&claim, Manner::Steal);
            } else {
                claim.tell(true);
            }
        });
    }

    /// Something was stored by another window: whether it asks for the turn.
    pub(crate) fn hear(&self, key: &str) {
        let claim = &self.0;
        if claim.is_writing.get()
            && key == claim.key
            && claim.holder().is_some_and(|holder| holder != claim.me)
        {
            claim.tell(false);
            drop(claim.lock.take());
            if claim.has_locks.get() {
                Claim::ask(claim, Manner::Wait);
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.0.is_writing.get() && self.0.holder().as_deref() == Some(&self.0.me) {
            storage::remove(&self.0.key);
        }
        self.0.lock.take();
    }
}

impl Claim {
    fn tell(&self, is_writing: bool) {
        self.is_writing.set(is_writing);
        (self.told)(is_writing);
    }

    /// Asks for the lock.
    fn ask(this: &Rc<Self>, manner: Manner) {
        let (got, lost) = (Rc::downgrade(this), Rc::downgrade(this));
        let has_locks = locks::ask(
            &this.key,
            manner,
            move |lock| {
                let Some(claim) = Weak::upgrade(&got) else { return };
                match lock {
                    Some(lock) => {
                        claim.lock.replace(Some(lock));
                        claim.tell(true);
                    }
                    None => {
                        Self::ask(&claim, Manner::Wait);
                        // It may be that of this page before it was loaded anew, on its way out.
                        let late = Rc::downgrade(&claim);
                        clock::after(PATIENCE, move || {
                            if let Some(claim) = late.upgrade().filter(|claim| claim.lock.borrow().is_none())
                            {
                                claim.tell(false);
                            }
                        });
                    }
                }
            },
            move || {
                if let Some(claim) = Weak::upgrade(&lost)
                    && claim.is_writing.get()
                {
                    claim.tell(false);
                    claim.lock.take();
                    Self::ask(&claim, Manner::Wait);
                }
            },
        );
        this.has_locks.set(has_locks);
    }

    /// Who holds the lease, unless it ran out.
    fn holder(&self) -> Option<String> {
        let lease = storage::get(&self.key)?;
        let (holder, until) = lease.split_once(' ')?;
        (until.parse::<i64>().ok()? > clock::now()).then(|| holder.to_owned())
    }

    /// Puts this window's name there.
    fn sign(&self) {
        // Where nothing can be stored no other window sees this draft.
        let _ = storage::set(&self.key, &format!("{} {}", self.me, clock::now() + LEASE));
    }

    /// Without locks: takes the lease if it is free, keeps it while it is this window's.
    fn renew(this: &Rc<Self>) {
        match this.holder() {
            Some(holder) if holder != this.me => {
                this.tell(false);
            }
            Some(_) | None => {
                this.sign();
                if !this.is_writing.get() {
                    this.tell(true);
                }
            }
        }
        let weak = Rc::downgrade(this);
        clock::after(RENEWAL, move || {
            if let Some(claim) = weak.upgrade() {
                Self::renew(&claim);
            }
        });
    }
}
