//! `cargo xtask build`: the core as WebAssembly, then all that is made of it.

use crate::command::root;
use crate::{bindings, compile, page};
use anyhow::Result;

/// Builds what is stale of dist/core and dist/page.
pub(crate) fn build() -> Result<()> {
    let compiled = compile::compile(root())?;
    bindings::write(&compiled)?;
    page::write()
}
