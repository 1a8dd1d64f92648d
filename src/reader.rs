//! The reader of files, loaded by the app when the first file is opened: what the first page
//! does not need does not delay it.

/// Reads a Word or text file. Gives a line with a note for the user, blank if there is none,
/// and behind it the plan as a draft file; or one sentence that says what is wrong.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read(bytes: &[u8]) -> Result<String, String> {
    use ke_hoach::draft::Draft;
    use ke_hoach::import::{self, Embedded};

    let imported = import::file(bytes).map_err(|error| error.to_string())?;
    let note = match imported.embedded {
        Embedded::Changed => import::CHANGED,
        Embedded::None | Embedded::Same => "",
    };
    let draft = Draft { plan: imported.into_plan(), ..Draft::default() };
    Ok(format!("{note}\n{}", draft.write()))
}

fn main() {}
