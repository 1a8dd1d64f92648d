//! The annex: all that one does not need to write a plan. The app loads it when it is first needed,
//! so that it does not delay the first page.

#[cfg(target_arch = "wasm32")]
mod program {
    use ke_hoach::app::annex;
    use ke_hoach::draft::Draft;
    use ke_hoach::import;
    use wasm_bindgen::prelude::wasm_bindgen;
    use web_sys::Element;

    /// Reads a source; see [`annex::take`]. An error is one sentence that says what is wrong.
    #[wasm_bindgen]
    pub fn take(name: String, source: Vec<u8>, html: bool, purpose: u8) -> Result<(), String> {
        annex::take(name, source, html, purpose)
    }

    /// Shows a screen in `place`; see [`annex::show`]. Gives back whether it has anything to show.
    #[wasm_bindgen]
    pub fn show(place: Element, screen: &str, argument: String) -> bool {
        annex::show(place, screen, argument)
    }

    /// Takes that away again.
    #[wasm_bindgen]
    pub fn hide() {
        annex::hide();
    }

    /// The Word file of a draft; see [`annex::word`]. An error is one sentence that says what is wrong.
    #[wasm_bindgen]
    pub fn word(draft: String, embed: bool) -> Result<Vec<u8>, String> {
        annex::word(draft, embed)
    }

    /// What the app asks while one types; see [`annex::answer`].
    #[wasm_bindgen]
    pub fn answer(question: &str, argument: &str) -> Option<String> {
        annex::answer(question, argument)
    }

    /// The pages of a plan that changes; see [`annex::Typesetter`].
    #[wasm_bindgen]
    pub struct Typesetter(annex::Typesetter);

    #[wasm_bindgen]
    impl Typesetter {
        #[wasm_bindgen(constructor)]
        pub fn new(plan: &str) -> Result<Typesetter, String> {
            annex::Typesetter::new(plan).map(Typesetter).map_err(|error| error.to_string())
        }

        pub fn change(&mut self, changes: &str) -> Result<(), String> {
            if self.0.change(changes) { Ok(()) } else { Err("another plan".into()) }
        }

        pub fn make(&mut self) -> Result<Vec<String>, String> {
            self.0.make().map_err(|error| error.to_string())
        }

        pub fn review(&mut self) -> String {
            self.0.review()
        }
    }

    /// The plan that a file makes, as a draft file: what the benchmark measures.
    #[wasm_bindgen]
    pub fn read(source: &[u8]) -> Result<String, String> {
        let imported = import::file(source).map_err(|error| error.to_string())?;
        Ok(Draft { plan: imported.into_plan().into(), ..Draft::default() }.write())
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    ke_hoach::app::annex::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
