//! Things that a file calls by names.

use std::collections::BTreeMap;

/// Things by name. Whatever they are, one kind of map finds them: a map of each kind would be
/// 5 KB of wasm more.
#[derive(Debug)]
pub struct Named<T> {
    places: BTreeMap<String, usize>,
    all: Vec<T>,
}

impl<T> Default for Named<T> {
    fn default() -> Named<T> {
        Named { places: BTreeMap::new(), all: Vec::new() }
    }
}

impl<T> Named<T> {
    /// Adds a thing; of two that have one name the last counts.
    pub fn insert(&mut self, name: String, thing: T) {
        self.places.insert(name, self.all.len());
        self.all.push(thing);
    }

    /// Where a thing stands among all.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The thing of this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.all.get(self.place(name)?)
    }

    /// The thing of this name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.at_mut(self.place(name)?)
    }

    /// The thing at a place, to be changed.
    pub fn at_mut(&mut self, place: usize) -> Option<&mut T> {
        self.all.get_mut(place)
    }

    /// All of them, in the order in which they came.
    pub fn all(&self) -> &[T] {
        &self.all
    }
}
