//! How good the order of the sentences is: crowd extracts, editors' abstracts, readability.

use super::Options;

pub(crate) fn run(options: &Options) -> Result<(), String> {
    let _ = options;
    Ok(())
}
