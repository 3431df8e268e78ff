//! Byte offsets -> UTF-16 units, as JavaScript counts them.

/// A place in a text, known in bytes and in UTF-16 units.
///
/// Asked for ascending offsets it reads the text once; a step back costs the way back.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    text: &'t str,
    byte: usize,
    unit: usize,
}

impl<'t> Cursor<'t> {
    /// The start of `text`.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            unit: 0,
        }
    }

    /// The UTF-16 offset of the byte offset `byte`.
    ///
    /// ```
    /// use zubda::utf16::Cursor;
    /// let mut cursor = Cursor::new("😀 نعم");
    /// assert_eq!(cursor.at(4), 2); // an emoji: four bytes, two units
    /// assert_eq!(cursor.at(11), 6); // an Arabic letter: two bytes, one unit
    /// ```
    ///
    /// # Panics
    /// When `byte` lies outside the text.
    pub fn at(&mut self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        if byte < self.byte {
            self.unit -= units(&bytes[byte..self.byte]);
        } else {
            self.unit += units(&bytes[self.byte..byte]);
        }
        self.byte = byte;
        self.unit
    }
}

/// How many UTF-16 units whole UTF-8 characters take: one for each first byte, one more where that
/// byte starts a character beyond the basic plane.
fn units(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library_in_any_order() {
        let text = "a\u{301}\u{feff}ﷺ لـ«بوتين»\r\n😀👨‍👩‍👧 𞸀\0é";
        let mut cursor = Cursor::new(text);
        let ends = || text.char_indices().map(|(i, _)| i).chain([text.len()]);
        for byte in ends().chain(ends().collect::<Vec<_>>().into_iter().rev()) {
            assert_eq!(
                cursor.at(byte),
                text[..byte].encode_utf16().count(),
                "at byte {byte}"
            );
        }
    }
}
