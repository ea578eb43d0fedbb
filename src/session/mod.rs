//! The one holder of the open draft. Only here is it changed, and only by [`Edit`]s; what a change
//! touched is told to the panes, and kept in storage soon after.

mod keep;

use std::cell::RefCell;
use std::rc::Rc;

use gaozhi_core::draft::{Day, Draft, Edit, History, OutlineJson, State, Stored, Touched};
use gaozhi_core::field::{Field, FieldId};
use gaozhi_core::guide::{Map, Section};
use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::storage::StorageError;
use crate::debounce::Debounce;
use crate::store::{self, Kept};

/// Whether what was typed is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveState {
    /// All of it, at that time.
    Saved(i64),
    /// Soon.
    Pending,
    /// Not, and why.
    Failed(StorageError),
}

/// How far a draft, or a section, is filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) filled: usize,
    pub(crate) total: usize,
    /// How many figures of the template wait for being confirmed.
    pub(crate) unconfirmed: usize,
}

impl Tally {
    /// How many are open.
    pub(crate) fn open(self) -> usize {
        self.total - self.filled
    }
}

type Watcher = Rc<dyn Fn(&Touched)>;
/// Keeps what is open.
type Keeper = Rc<dyn Fn(Session) -> Kept>;

/// The open draft. A handle: cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    id: StoredValue<String>,
    work: StoredValue<Rc<RefCell<Work>>, LocalStorage>,
    watchers: StoredValue<Vec<Watcher>, LocalStorage>,
    autosave: StoredValue<Option<Debounce>, LocalStorage>,
    /// Where it is kept, if not among the drafts.
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    /// What the person calls the draft.
    pub(crate) name: RwSignal<String>,
    /// How far it is filled.
    pub(crate) progress: RwSignal<Tally>,
    /// Its sections with how far each is filled.
    pub(crate) sections: RwSignal<Vec<(Section, Tally)>>,
    /// Whether there is something to undo, and to redo.
    pub(crate) steps: RwSignal<(bool, bool)>,
    /// Whether what was typed is kept.
    pub(crate) save_state: RwSignal<SaveState>,
    /// Whether another window writes, and this one shows what it does.
    pub(crate) is_following: RwSignal<bool>,
}

struct Work {
    draft: Draft,
    history: History,
    map: Map,
    /// Which fields ask for something, in the order of the map.
    open: Vec<bool>,
    /// Which fields hold a figure of the template that nobody has confirmed, in that order too.
    unconfirmed: Vec<bool>,
    created: i64,
    /// The day of that.
    begun: Day,
    outline: Option<OutlineJson>,
    /// How often it was kept.
    saves: u32,
    /// When a version was last kept, in milliseconds since 1970.
    version_at: Option<i64>,
    /// A field that the title of a section shows was changed; the title follows when the field is left.
    is_title_stale: bool,
}

impl Work {
    fn is_unconfirmed(&self, id: &FieldId) -> bool {
        self.draft.is_unconfirmed(id, self.begun)
    }
}

impl Session {
    /// Holds `stored` as the open draft. `saved` says whether it is in storage already.
    pub(crate) fn new(id: String, stored: Stored, saved: bool) -> Self {
        let Stored { draft, created, changed } = stored;
        let name = draft.name().to_owned();
        let work = Work {
            map: Map::default(),
            open: Vec::new(),
            unconfirmed: Vec::new(),
            history: History::default(),
            draft,
            created,
            begun: clock::day_of(created),
            outline: None,
            saves: 0,
            version_at: None,
            is_title_stale: false,
        };
        let state = if saved { SaveState::Saved(changed) } else { SaveState::Pending };
        let session = Self {
            id: StoredValue::new(id),
            work: StoredValue::new_local(Rc::new(RefCell::new(work))),
            watchers: StoredValue::new_local(Vec::new()),
            autosave: StoredValue::new_local(None),
            keeper: StoredValue::new_local(None),
            name: RwSignal::new(name),
            progress: RwSignal::default(),
            sections: RwSignal::default(),
            steps: RwSignal::default(),
            save_state: RwSignal::new(state),
            is_following: RwSignal::new(false),
        };
        session.autosave.set_value(Some(Debounce::new(180.0, 180.0, move || session.save())));
        session.survey();
        if !saved {
            session.touch();
        }
        session
    }

    /// From now on `keep` stores it, instead of the record of a draft.
    pub(crate) fn keep_with(self, keep: impl Fn(Self) -> Kept + 'static) {
        self.keeper.set_value(Some(Rc::new(keep)));
    }

    /// The id of the draft.
    pub(crate) fn id(self) -> String {
        self.id.get_value()
    }

    /// When the draft was begun, in milliseconds since 1970.
    pub(crate) fn created(self) -> i64 {
        self.work().borrow().created
    }

    fn work(self) -> Rc<RefCell<Work>> {
        self.work.get_value()
    }

    /// Looks at the draft and its map.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Draft, &Map) -> T) -> T {
        let work = self.work();
        let work = work.borrow();
        look(&work.draft, &work.map)
    }

    /// Looks at a field and what stands in it.
    pub(crate) fn field<T>(self, id: &FieldId, look: impl FnOnce(&Field, &str) -> T) -> Option<T> {
        self.with(|draft, _| Some(look(draft.field(id)?, &draft.value(id))))
    }

    /// The panes are gone: nothing is told to them any more, and what is pending is kept at once.
    pub(crate) fn close(self) {
        self.flush();
        self.watchers.set_value(Vec::new());
    }

    /// Calls `then` with what every change touched, until [`close`](Self::close).
    pub(crate) fn watch(self, then: impl Fn(&Touched) + 'static) {
        self.watchers.update_value(|watchers| watchers.push(Rc::new(then)));
    }

    /// Changes the draft, unless another window writes it.
    pub(crate) fn edit(self, edit: Edit) {
        if self.is_following.get_untracked() {
            return;
        }
        let work = self.work();
        let touched = {
            let mut work = work.borrow_mut();
            let Some(applied) = work.draft.apply(edit) else { return };
            work.history.record(applied.inverse);
            applied.touched
        };
        self.changed(touched);
    }

    /// Changes the draft without a step of undo: whoever holds the session keeps its own account.
    pub(crate) fn follow(self, edit: Edit) {
        let applied = self.work().borrow_mut().draft.apply(edit);
        if let Some(applied) = applied {
            self.changed(applied.touched);
        }
    }

    /// Ends a step of undo: the person went somewhere else.
    pub(crate) fn seal(self) {
        let work = self.work();
        let is_stale = {
            let mut work = work.borrow_mut();
            work.history.seal();
            work.is_title_stale
        };
        if is_stale {
            self.survey();
        }
    }

    /// Takes the newest step back.
    pub(crate) fn undo(self) {
        self.step(History::undo);
    }

    /// Does again what was taken back.
    pub(crate) fn redo(self) {
        self.step(History::redo);
    }

    fn step(self, step: fn(&mut History, &mut Draft) -> Option<Touched>) {
        if self.is_following.get_untracked() {
            return;
        }
        let work = self.work();
        let touched = {
            let mut work = work.borrow_mut();
            let Work { history, draft, .. } = &mut *work;
            step(history, draft)
        };
        if let Some(touched) = touched {
            self.changed(touched);
        }
    }

    fn changed(self, mut touched: Touched) {
        let work = self.work();
        {
            let mut work = work.borrow_mut();
            for id in touched.fields.clone() {
                touched.fields.extend(work.map.followers(&id).iter().cloned());
            }
            if touched.outline || touched.name || !touched.blocks.is_empty() {
                work.outline = None;
            }
        }
        if touched.outline {
            self.survey();
        } else {
            {
                let mut work = work.borrow_mut();
                work.is_title_stale |= touched.fields.iter().any(|id| work.map.is_titled(id));
            }
            self.recount(&touched.fields);
        }
        if touched.name {
            self.name.set(self.with(|draft, _| draft.name().to_owned()));
        }
        let steps = {
            let work = work.borrow();
            (work.history.can_undo(), work.history.can_redo())
        };
        if self.steps.get_untracked() != steps {
            self.steps.set(steps);
        }
        for watcher in self.watchers.get_value() {
            watcher(&touched);
        }
        self.touch();
    }

    /// Keeps the draft soon.
    fn touch(self) {
        if self.is_following.get_untracked() {
            return;
        }
        if self.save_state.get_untracked() != SaveState::Pending {
            self.save_state.set(SaveState::Pending);
        }
        if let Some(autosave) = self.autosave.get_value() {
            autosave.touch();
        }
    }

    /// Makes the map and all counts anew.
    fn survey(self) {
        let work = self.work();
        {
            let mut work = work.borrow_mut();
            work.map = Map::of(&work.draft);
            work.is_title_stale = false;
            work.open = work.map.order.iter().map(|id| work.draft.is_open(id)).collect();
            work.unconfirmed = work.map.order.iter().map(|id| work.is_unconfirmed(id)).collect();
        }
        self.publish();
    }

    /// Counts those fields anew; tells only when one opened or closed.
    fn recount(self, fields: &[FieldId]) {
        let work = self.work();
        let mut flipped = false;
        {
            let mut work = work.borrow_mut();
            for id in fields {
                let Some(at) = work.map.position(id) else { continue };
                let (open, unconfirmed) = (work.draft.is_open(id), work.is_unconfirmed(id));
                flipped |= std::mem::replace(&mut work.open[at], open) != open;
                flipped |= std::mem::replace(&mut work.unconfirmed[at], unconfirmed) != unconfirmed;
            }
        }
        if flipped {
            self.publish();
        }
    }

    fn publish(self) {
        let work = self.work();
        let work = work.borrow();
        let tally = |fields: &[FieldId]| {
            let total = fields.iter().filter(|id| store::counts(&work.draft, id)).count();
            let is_open = |id: &&FieldId| work.map.position(id).is_some_and(|at| work.open[at]);
            let open = fields.iter().filter(is_open).count();
            let waits = |id: &&FieldId| work.map.position(id).is_some_and(|at| work.unconfirmed[at]);
            Tally { filled: total - open, total, unconfirmed: fields.iter().filter(waits).count() }
        };
        let sections: Vec<_> =
            work.map.sections.iter().map(|section| (section.clone(), tally(&section.fields))).collect();
        let all = tally(&work.map.order);
        self.progress.set(all);
        self.sections.set(sections);
    }

    /// The next open field after that one, from the top again at the end; when none is open, the next
    /// figure to confirm.
    pub(crate) fn next_open(self, after: Option<&FieldId>) -> Option<FieldId> {
        let work = self.work();
        let work = work.borrow();
        let from = after.and_then(|id| work.map.position(id)).map_or(0, |at| at + 1);
        let next = |asks: &[bool]| {
            let from = from.min(asks.len());
            let (before, after) = asks.split_at(from);
            let later = after.iter().position(|asks| *asks).map(|at| from + at);
            work.map.order.get(later.or_else(|| before.iter().position(|asks| *asks))?).cloned()
        };
        next(&work.open).or_else(|| next(&work.unconfirmed))
    }

    /// Whether a field holds a figure of the template that nobody has confirmed.
    pub(crate) fn is_unconfirmed(self, id: &FieldId) -> bool {
        self.work().borrow().is_unconfirmed(id)
    }

    /// The fields that do, in the order of their controls.
    pub(crate) fn unconfirmed_fields(self) -> Vec<FieldId> {
        let work = self.work();
        let work = work.borrow();
        let all = work.map.order.iter().zip(&work.unconfirmed);
        all.filter(|(_, unconfirmed)| **unconfirmed).map(|(id, _)| id.clone()).collect()
    }

    /// The state by which its files are named.
    pub(crate) fn state(self) -> State {
        let tally = self.progress.get_untracked();
        if tally.open() + tally.unconfirmed > 0 { State::Draft } else { State::Final }
    }

    /// The field whose control stands after (or before) that one.
    pub(crate) fn neighbour(self, id: &FieldId, forward: bool) -> Option<FieldId> {
        self.with(|_, map| {
            let at = map.position(id)?;
            let to = if forward { at + 1 } else { at.checked_sub(1)? };
            map.order.get(to).cloned()
        })
    }
}
