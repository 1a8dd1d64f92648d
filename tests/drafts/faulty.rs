//! A storage that does one thing wrong, once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ke_hoach::store::{Memory, Storage, StorageError};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The call answers that the browser refuses.
    Blocked,
    /// A write answers that there is no room.
    Full,
    /// A write keeps, or a read gives, only the first half of the text.
    Cut,
    /// A write or removal is said to be done and is not.
    Lost,
    /// A write or removal is done only after the next one.
    Late,
    /// The program ends before the call.
    Crash,
    /// The program ends in the middle of a write, of which half is kept.
    CrashCut,
    /// The program ends right after the call.
    CrashAfter,
    /// A write or removal is put off, the next one is done, and then the program ends.
    CrashLate,
    /// The machine stops at the end, and the disk has nothing of this call and all later ones.
    Unwritten,
}

impl Fault {
    /// Whether it is one of this call.
    pub fn concerns(self, call: Call) -> bool {
        match self {
            Fault::Blocked => true,
            Fault::Full | Fault::CrashCut => call == Call::Set,
            Fault::Cut => matches!(call, Call::Set | Call::Get),
            // What is not there after a read, is not there before the next call either.
            _ => matches!(call, Call::Set | Call::Remove),
        }
    }
}

/// What was asked of a storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    Get,
    Set,
    Remove,
    Keys,
}

/// A write, or with no text a removal.
type Write = (String, Option<String>);

/// Keeps everything in a memory, and does the `k`-th call wrong. Clones are the same storage.
#[derive(Clone, Default)]
pub struct Faulty(Rc<State>);

#[derive(Default)]
struct State {
    memory: Memory,
    fault: Cell<Option<(usize, Fault)>>,
    calls: RefCell<Vec<Call>>,
    late: RefCell<Option<Write>>,
    crashed: Cell<bool>,
    /// The writes that the disk has not.
    disk: RefCell<Option<Vec<Write>>>,
    refused: Cell<usize>,
}

impl Faulty {
    /// A storage with room for so many bytes.
    pub fn new(room: usize, fault: Option<(usize, Fault)>) -> Faulty {
        Faulty(Rc::new(State {
            memory: Memory::with_room(room),
            fault: Cell::new(fault),
            ..State::default()
        }))
    }

    /// Another storage that holds the same, with this fault.
    pub fn copy(&self, fault: Option<(usize, Fault)>) -> Faulty {
        Faulty(Rc::new(State {
            memory: self.0.memory.clone(),
            fault: Cell::new(fault),
            calls: self.0.calls.clone(),
            refused: self.0.refused.clone(),
            ..State::default()
        }))
    }

    /// What was asked so far.
    pub fn calls(&self) -> Vec<Call> {
        self.0.calls.borrow().clone()
    }

    /// Whether the program has ended.
    pub fn crashed(&self) -> bool {
        self.0.crashed.get()
    }

    /// How many writes found no room.
    pub fn refused(&self) -> usize {
        self.0.refused.get()
    }

    /// The storage as the next program finds it, without faults.
    pub fn reopened(&self) -> Faulty {
        self.0.fault.set(None);
        self.0.crashed.set(false);
        self.0.late.take();
        if let Some(before) = self.0.disk.take() {
            before.into_iter().rev().for_each(|write| self.write(write));
        }
        self.clone()
    }

    fn write(&self, (key, text): Write) {
        let _ = match text {
            Some(text) => self.0.memory.set(&key, &text),
            None => self.0.memory.remove(&key),
        };
    }

    fn half(text: &str) -> String {
        text[..text.floor_char_boundary(text.len() / 2)].to_owned()
    }

    /// Counts the call; gives back what goes wrong with it.
    fn called(&self, call: Call) -> Result<Option<Fault>, StorageError> {
        if self.crashed() {
            return Err(StorageError::Blocked);
        }
        let k = self.0.calls.borrow().len();
        self.0.calls.borrow_mut().push(call);
        let fault = self.0.fault.get().filter(|(at, fault)| *at == k && fault.concerns(call));
        match fault.map(|(_, fault)| fault) {
            Some(Fault::Blocked) => Err(StorageError::Blocked),
            Some(Fault::Full) => Err(StorageError::Full),
            Some(Fault::Crash) => {
                self.0.crashed.set(true);
                Err(StorageError::Blocked)
            }
            fault => Ok(fault),
        }
    }

    fn change(&self, call: Call, key: &str, text: Option<&str>) -> Result<(), StorageError> {
        let fault = self.called(call)?;
        let write = || (key.to_owned(), text.map(str::to_owned));
        match fault {
            Some(Fault::Lost) => return Ok(()),
            Some(Fault::Late | Fault::CrashLate) => {
                self.0.late.replace(Some(write()));
                return Ok(());
            }
            Some(Fault::Unwritten) => *self.0.disk.borrow_mut() = Some(Vec::new()),
            _ => {}
        }
        if let Some(disk) = &mut *self.0.disk.borrow_mut() {
            disk.push((key.to_owned(), self.0.memory.get(key)?));
        }
        let cut = matches!(fault, Some(Fault::Cut | Fault::CrashCut));
        let text = text.map(|text| if cut { Faulty::half(text) } else { text.to_owned() });
        let done = match text {
            Some(text) => self.0.memory.set(key, &text),
            None => self.0.memory.remove(key),
        };
        self.0.refused.set(self.0.refused.get() + usize::from(done.is_err()));
        if let Some(late) = self.0.late.take() {
            match self.0.fault.get() {
                Some((_, Fault::CrashLate)) => self.0.crashed.set(true),
                _ => self.write(late),
            }
        }
        if matches!(fault, Some(Fault::CrashCut | Fault::CrashAfter)) {
            self.0.crashed.set(true);
            return Err(StorageError::Blocked);
        }
        done
    }
}

impl Storage for Faulty {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        let fault = self.called(Call::Get)?;
        let text = self.0.memory.get(key)?;
        Ok(text.map(|text| if fault == Some(Fault::Cut) { Faulty::half(&text) } else { text }))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.change(Call::Set, key, Some(text))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.change(Call::Remove, key, None)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.called(Call::Keys)?;
        self.0.memory.keys()
    }
}
