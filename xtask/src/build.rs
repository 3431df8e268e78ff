//! `cargo xtask build`: the core as WebAssembly, then all that is made of it.

use crate::command::root;
use crate::{bindings, compile, extension, npm, page};
use anyhow::Result;

/// Builds what is stale of dist/: the core, the page, the extension, the npm package.
pub(crate) fn build() -> Result<()> {
    let compiled = compile::compile(root())?;
    bindings::write(&compiled)?;
    page::write()?;
    extension::write()?;
    npm::write()
}
