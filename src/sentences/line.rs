//! A line of text, or the lines that a hard wrap made of one, as the rules see it.

use super::{lists, quotes};
use crate::letters;
use crate::tokens::{Token, TokenKind};
use std::cell::OnceCell;

/// A line's tokens, with what stands in what.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// Whether the writer puts ى for final ي.
    egyptian_ya: bool,
    /// For each token that is a paired quote or bracket, the place of its partner.
    pub(super) partner: Vec<Option<usize>>,
    /// The numbers that count items, once somebody asked.
    pub(super) counters: OnceCell<Vec<usize>>,
    /// Before each token, and at the end: how many words came before.
    words: Vec<u32>,
    /// Before each token, and at the end: how many pairs that may hold no end are open there.
    guards: Vec<u32>,
    /// Before each token, and at the end: how many pairs are open there.
    pairs: Vec<u32>,
}

/// A quotation or parenthesis of at most this many words holds no sentence end.
const KEPT_WHOLE: u32 = 60;

impl<'a> Line<'a> {
    /// Looks at `tokens`, a part of those of `text`, the writer of which puts ى for final ي where
    /// `egyptian_ya` says so.
    pub(super) fn new(text: &'a str, tokens: &'a [Token], egyptian_ya: bool) -> Self {
        let words = count_words(tokens);
        let partner = quotes::pair(text, tokens);
        let mut line = Self {
            text,
            tokens,
            egyptian_ya,
            partner,
            counters: OnceCell::new(),
            words,
            guards: Vec::new(),
            pairs: Vec::new(),
        };
        line.pairs = line.depth(|_, _| true);
        line.guards = line.depth(|open, close| line.words_between(open, close) <= KEPT_WHOLE);
        line
    }

    /// Before each token, and at the end: how many pairs with `wanted` ends are open there.
    fn depth(&self, wanted: impl Fn(usize, usize) -> bool) -> Vec<u32> {
        let mut change = vec![0_i32; self.tokens.len() + 2];
        for (open, close) in self
            .partner
            .iter()
            .enumerate()
            .filter_map(|(open, &close)| Some((open, close?)))
        {
            if open < close && wanted(open, close) {
                change[open + 1] += 1;
                change[close + 1] -= 1;
            }
        }
        let mut depth = 0;
        change
            .iter()
            .take(self.tokens.len() + 1)
            .map(|change| {
                depth += change;
                depth.unsigned_abs()
            })
            .collect()
    }

    /// Whether a short quotation or parenthesis is open before token `at`.
    pub(super) fn is_guarded(&self, at: usize) -> bool {
        self.guards[at] > 0
    }

    /// Whether any quotation or parenthesis is open before token `at`.
    pub(super) fn is_enclosed(&self, at: usize) -> bool {
        self.pairs[at] > 0
    }

    /// How many words begin from token `from` on and before token `to`.
    pub(super) fn words_between(&self, from: usize, to: usize) -> u32 {
        self.words[to].saturating_sub(self.words[from])
    }

    /// Whether a letter or digit stands between the tokens `from` and `to`.
    pub(super) fn has_word(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| is_wordy(self.kind(at)))
    }

    /// The text of token `at`.
    pub(super) fn piece(&self, at: usize) -> &'a str {
        self.tokens[at].span.of(self.text)
    }

    /// The first character of token `at`; a space where there is none.
    pub(super) fn first(&self, at: usize) -> char {
        if at < self.tokens.len() {
            self.piece(at).chars().next().unwrap_or(' ')
        } else {
            ' '
        }
    }

    /// The kind of token `at`; white space where there is none.
    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.tokens
            .get(at)
            .map_or(TokenKind::Space, |token| token.kind)
    }

    /// Whether token `at` is white space, or the end.
    pub(super) fn is_blank(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Space | TokenKind::LineEnd)
    }

    /// The first token from `at` on that shows something; the count of tokens where none does.
    pub(super) fn next_visible(&self, mut at: usize) -> usize {
        while at < self.tokens.len() && !self.is_visible(at) {
            at += 1;
        }
        at
    }

    /// The last token before `at` that shows something.
    pub(super) fn last_visible(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&i| self.is_visible(i))
    }

    fn is_visible(&self, at: usize) -> bool {
        !self.is_blank(at) && self.kind(at) != TokenKind::Mark
    }

    /// Whether white space stands between the tokens `from` and `to`.
    pub(super) fn is_parted(&self, from: usize, to: usize) -> bool {
        (from + 1..to).any(|at| self.is_blank(at))
    }

    /// The match key of token `at` where it is a word, as the lists write it; else empty.
    pub(super) fn word(&self, at: usize) -> String {
        if self.kind(at) != TokenKind::Word {
            return String::new();
        }
        let mut key = lists::key(self.piece(at));
        if self.egyptian_ya && key.ends_with('ى') && !lists::ending_in_alif().contains(&key) {
            letters::swap_final_ya(&mut key);
        }
        key
    }
}

/// Before each token, and at the end: how many pieces between white space with a letter or digit
/// have begun.
fn count_words(tokens: &[Token]) -> Vec<u32> {
    let mut count = 0;
    let mut inside = false;
    let mut counts = Vec::with_capacity(tokens.len() + 1);
    counts.push(0);
    for token in tokens {
        match token.kind {
            TokenKind::Space | TokenKind::LineEnd => inside = false,
            kind if is_wordy(kind) => {
                count += u32::from(!inside);
                inside = true;
            }
            _ => {}
        }
        counts.push(count);
    }
    counts
}

/// Whether a token of this kind has a letter or digit.
fn is_wordy(kind: TokenKind) -> bool {
    !matches!(
        kind,
        TokenKind::Space
            | TokenKind::LineEnd
            | TokenKind::Punctuation
            | TokenKind::Symbol
            | TokenKind::Mark
    )
}
