//! The edge to JavaScript: one exported function, one plain object.

use crate::json;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = json::TYPESCRIPT;

/// Ranks the sentences of `text` and finds its entities and key phrases.
///
/// Offsets count UTF-16 units. A lone surrogate is read as U+FFFD, which is one unit too, so
/// offsets stay right.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(text: &str) -> Result<JsValue, JsError> {
    let analysis = crate::analyze(text);
    Ok(json::of(text, &analysis).serialize(&Serializer::json_compatible())?)
}
