//! The reader of files, loaded by the app when the first file is opened: what the first page
//! does not need does not delay it.

/// Answers a request about a file; see [`ke_hoach::intake`]. An error is one sentence that says
/// what is wrong with the file.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn ask(source: &[u8], request: &str) -> Result<String, String> {
    use ke_hoach::intake::{self, Request};

    let answer = intake::answer(source, &Request::read(request));
    answer.map(|answer| answer.write()).map_err(|error| error.to_string())
}

fn main() {}
