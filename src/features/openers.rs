//! How a sentence opens: what it needs from the sentence before, and whether it reports or defines.

use crate::document::Document;
use crate::letters;
use crate::lexicon::hashing::HashedMap;
use crate::lexicon::{hash, join};
use crate::sentences::Sentence;
use crate::tokens::TokenKind;
use std::borrow::Cow;
use std::sync::OnceLock;

/// How many words from its start are looked at.
const OPENING: usize = 6;

/// How much a sentence leans on what stands before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Lean {
    /// It stands alone.
    #[default]
    None,
    /// A light link: also, but.
    Weak,
    /// A link of thought: meanwhile, therefore, for his part.
    Medium,
    /// It cannot be understood alone: a bare pronoun, speech continued without a subject.
    Strong,
}

/// What the first words of a sentence say of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Opening {
    /// How much it leans on what stands before.
    pub lean: Lean,
    /// Whether it opens with a verb of reporting.
    pub reports: bool,
    /// Whether it says what something is.
    pub defines: bool,
    /// Whether it opens with an attached و or ف, or one of the linking phrases.
    pub conjunction: bool,
}

/// Classes of phrases, as in `openers.txt`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Class {
    Strong,
    Medium,
    Weak,
    Pronoun,
    Demonstrative,
    Time,
    Cataphoric,
    Continued,
    Report,
    Clause,
    Source,
    Complement,
    Definition,
}

const CLASSES: [(&str, Class); 13] = [
    ("strong", Class::Strong),
    ("medium", Class::Medium),
    ("weak", Class::Weak),
    ("pronoun", Class::Pronoun),
    ("demonstrative", Class::Demonstrative),
    ("time", Class::Time),
    ("cataphoric", Class::Cataphoric),
    ("continued", Class::Continued),
    ("report", Class::Report),
    ("clause", Class::Clause),
    ("source", Class::Source),
    ("complement", Class::Complement),
    ("definition", Class::Definition),
];

/// The classes of each phrase, by its hash.
type Phrases = HashedMap<Vec<Class>>;

fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut phrases = Phrases::default();
        for line in include_str!("openers.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let Some((name, list)) = line.split_once('\t') else {
                continue;
            };
            let Some(&(_, class)) = CLASSES.iter().find(|(n, _)| *n == name) else {
                continue;
            };
            for phrase in list.split(", ") {
                let words = phrase.split(' ').map(|word| hash(&folded(word)));
                let phrase = words.reduce(join).unwrap_or_default();
                phrases.entry(phrase).or_default().push(class);
            }
        }
        phrases
    })
}

fn folded(word: &str) -> String {
    let mut key = String::new();
    letters::fold(word, &mut key);
    key
}

/// A folded word and its hash.
#[derive(Clone, Debug)]
struct Word<'d> {
    key: Cow<'d, str>,
    hash: u64,
}

impl<'d> Word<'d> {
    /// The word that is a token: as the terms have it, or made anew.
    fn of(document: &'d Document, token: usize) -> Self {
        if let Some(word) = document.terms.word_of_token[token] {
            let word = &document.terms.words[word as usize];
            Self {
                key: Cow::Borrowed(word.key.of(&document.terms.keys)),
                hash: word.hash,
            }
        } else {
            Self::read(document.tokens[token].span.of(document.text))
        }
    }

    fn read(text: &str) -> Self {
        let key = folded(text);
        Self {
            hash: hash(&key),
            key: Cow::Owned(key),
        }
    }
}

/// Reads the first words of `sentence`. `named`: whether a person or an organization is named
/// among them.
#[must_use]
pub fn opening(document: &Document, sentence: &Sentence, named: bool) -> Opening {
    let mut words: Vec<Word> = Vec::with_capacity(OPENING);
    let mut quote_after = None;
    for number in sentence.token_start..sentence.token_end {
        let token = &document.tokens[number];
        match token.kind {
            TokenKind::Word | TokenKind::Number => words.push(Word::of(document, number)),
            TokenKind::Punctuation
                if quote_after.is_none()
                    && (token.span.of(document.text)).starts_with(['"', '«', '“', ':']) =>
            {
                quote_after = Some(words.len());
            }
            _ => {}
        }
        if words.len() == OPENING {
            break;
        }
    }
    read(&words, quote_after, named)
}

/// `quote_after`: how many words stand before the first quotation mark or colon.
fn read(words: &[Word], quote_after: Option<usize>, named: bool) -> Opening {
    let mut opening = Opening::default();
    let Some(first) = words.first() else {
        return opening;
    };
    let (class, used, attached) = look_up(words);
    opening.conjunction =
        attached || matches!(class, Some(Class::Strong | Class::Medium | Class::Weak));
    let phrases = phrases();
    let is = |word: &Word, class| {
        let classes = phrases.get(&word.hash);
        classes.is_some_and(|classes| classes.contains(&class))
    };
    let next = words.get(used);
    let next_is = |class| next.is_some_and(|next| is(next, class));
    let article = |word: Option<&Word>| word.is_some_and(|word| word.key.starts_with("ال"));
    let after = words.get(used + 1);
    let nothing = next.is_none_or(|next| next.key.is_empty());
    let subjectless = nothing || next_is(Class::Clause) || quote_after == Some(used);
    let source = next_is(Class::Source)
        && !article(after)
        && !after.is_some_and(|after| is(after, Class::Complement));
    opening.lean = match class {
        Some(Class::Medium) => Lean::Medium,
        Some(Class::Weak) => Lean::Weak,
        Some(Class::Pronoun) if next_is(Class::Cataphoric) => Lean::None,
        Some(Class::Demonstrative) if next_is(Class::Time) => Lean::None,
        Some(Class::Continued) if named && !subjectless => Lean::Weak,
        Some(Class::Continued) if article(next) && !source => Lean::Medium,
        Some(Class::Strong | Class::Pronoun | Class::Demonstrative | Class::Continued) => {
            Lean::Strong
        }
        Some(Class::Report)
            if (subjectless && (attached || !is(first, Class::Definition))) || source =>
        {
            Lean::Strong
        }
        _ => Lean::None,
    };
    // «كما قال»: what follows the link decides when it leans more.
    if matches!(class, Some(Class::Weak | Class::Medium)) && used < words.len() {
        let rest = quote_after.and_then(|n| n.checked_sub(used));
        let inner = read(&words[used..], rest, named);
        opening.reports = inner.reports;
        opening.lean = opening.lean.max(inner.lean);
    }
    opening.reports |= matches!(class, Some(Class::Report | Class::Continued));
    opening.defines = words
        .iter()
        .skip(1)
        .take(3)
        .any(|w| is(w, Class::Definition))
        || is(first, Class::Definition);
    opening
}

/// The class of the longest phrase that `words` open with, how many words it has, and whether a
/// و or ف was attached to it.
fn look_up(words: &[Word]) -> (Option<Class>, usize, bool) {
    let first = &words[0];
    let bare = first.key.strip_prefix(['و', 'ف']).map(hash);
    let phrases = phrases();
    for n in (1..=words.len().min(4)).rev() {
        let class = |first: u64| {
            let rest = words[1..n].iter().map(|word| word.hash);
            let classes = phrases.get(&rest.fold(first, join))?;
            classes.first().copied().filter(|&class| opens(class))
        };
        if let Some(class) = class(first.hash) {
            return (Some(class), n, false);
        }
        if let Some(class) = bare.and_then(class) {
            return (Some(class), n, true);
        }
    }
    let attached = first.key.starts_with('و') && first.key.chars().count() > 4;
    (None, 0, attached)
}

/// Whether a phrase of this class can open a sentence.
fn opens(class: Class) -> bool {
    !matches!(
        class,
        Class::Time | Class::Cataphoric | Class::Clause | Class::Source | Class::Complement
    )
}

#[cfg(test)]
mod tests {
    use super::{Lean, Word, read};

    #[test]
    fn leaning_openers() {
        for (text, named, lean) in [
            ("وهو أكبر مصنع في البلاد", false, Lean::Strong),
            ("هو ما أكده الوزير", false, Lean::None),
            ("وأضاف أن العمل مستمر", false, Lean::Strong),
            ("وأضاف سامي الخطيب أن العمل", true, Lean::Weak),
            ("وأضاف الوزير أن العمل مستمر", false, Lean::Medium),
            ("وقال سامي الخطيب إن العمل", true, Lean::None),
            ("وقال إن العمل مستمر", false, Lean::Strong),
            ("كما أكد أن العمل مستمر", false, Lean::Strong),
            ("كما افتتح الوزير مدرسة", false, Lean::Weak),
            ("هذا الأسبوع يبدأ المعرض", false, Lean::None),
            ("وهذه المدرسة قديمة", false, Lean::Strong),
            ("من جهته رحب الوزير بالقرار", false, Lean::Medium),
            ("وافتتح الوزير المدرسة", false, Lean::None),
            ("لذلك بدأ العمل", false, Lean::Medium),
        ] {
            let words: Vec<Word> = text.split(' ').map(Word::read).collect();
            assert_eq!(read(&words, None, named).lean, lean, "{text}");
        }
    }
}
