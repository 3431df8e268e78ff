//! What all later stages read.

use crate::sentences::{self, Sentence};
use crate::terms::{self, Terms};
use crate::tokens::{self, Token};

/// A text with its tokens, sentences and terms.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The text as it was given; every span counts its bytes.
    pub text: &'t str,
    /// Its tokens, which tile it.
    pub tokens: Vec<Token>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The term of each token.
    pub terms: Terms,
}

impl<'t> Document<'t> {
    /// Reads `text`: tokens, sentences, terms.
    #[must_use]
    pub fn read(text: &'t str) -> Self {
        let tokens = tokens::tokenize(text);
        let sentences = sentences::split(text, &tokens);
        let terms = terms::terms(text, &tokens);
        Self {
            text,
            tokens,
            sentences,
            terms,
        }
    }
}
