//! The reader of files, with the screen on which one looks through what was read: loaded by the app
//! when the first file is opened, so that what the first page does not need does not delay it.

#[cfg(target_arch = "wasm32")]
mod program {
    use ke_hoach::app::reader;
    use ke_hoach::draft::Draft;
    use ke_hoach::import;
    use wasm_bindgen::prelude::wasm_bindgen;
    use web_sys::Element;

    /// Reads a source; see [`reader::take`]. An error is one sentence that says what is wrong.
    #[wasm_bindgen]
    pub fn take(name: String, source: Vec<u8>, html: bool, purpose: u8) -> Result<(), String> {
        reader::take(name, source, html, purpose)
    }

    /// Shows in `place` what was read last.
    #[wasm_bindgen]
    pub fn show(place: Element) {
        reader::show(place);
    }

    /// Takes that away again.
    #[wasm_bindgen]
    pub fn hide() {
        reader::hide();
    }

    /// The plan that a file makes, as a draft file: what the benchmark measures.
    #[wasm_bindgen]
    pub fn read(source: &[u8]) -> Result<String, String> {
        let imported = import::file(source).map_err(|error| error.to_string())?;
        Ok(Draft { plan: imported.into_plan(), ..Draft::default() }.write())
    }
}

fn main() {}
