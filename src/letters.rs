//! Folding of Arabic letters, for comparing words. Shown text is never folded.

/// Appends the folded key of `word` to `key`: marks, tatweel and invisible characters go,
/// hamzated alefs become ا, final ى becomes ي, final ة becomes ه, digits and Latin letters become
/// ASCII lower case.
pub fn fold(word: &str, key: &mut String) {
    for c in word.chars() {
        match c {
            'ً'..='\u{65f}'
            | '\u{670}'
            | 'ـ'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => key.push('ا'),
            'ى' => key.push('ي'),
            'ة' => key.push('ه'),
            _ => key.extend(c.to_lowercase()),
        }
    }
}
