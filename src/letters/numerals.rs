//! The value of a written number, as a key: for comparing, never for showing.

use super::digit;

/// The number that `digits` writes, in ASCII digits with a decimal point where it has one; `None`
/// when it is no number.
///
/// Digits of every script count; ٫ is a decimal point, ٬ and spaces part thousands. One comma or
/// point before exactly three digits parts thousands only where another of its kind follows or
/// where something is counted (`counted`: a currency or a noun follows), else decimals.
///
/// ```
/// use zubda::letters::numeral;
/// assert_eq!(numeral("١٬٢٥٠٫٥", false).as_deref(), Some("1250.5"));
/// assert_eq!(numeral("1.250", false).as_deref(), Some("1.250"));
/// assert_eq!(numeral("1.250", true).as_deref(), Some("1250"));
/// ```
#[must_use]
pub fn numeral(digits: &str, counted: bool) -> Option<String> {
    let mut groups = vec![String::new()];
    let mut separators = Vec::new();
    for c in digits.chars() {
        if let Some(value) = digit(c) {
            groups.last_mut()?.push(char::from(b'0' + value));
        } else if matches!(c, '.' | ',' | '٫' | '٬' | '،' | ' ' | '\u{a0}' | '\u{202f}') {
            separators.push(c);
            groups.push(String::new());
        } else if !super::is_invisible(c) {
            return None;
        }
    }
    if groups.iter().any(String::is_empty) {
        return None;
    }
    let point = decimal(&separators, groups.last()?.len(), counted).then(|| groups.len() - 1);
    let mut value = String::new();
    for (place, group) in groups.iter().enumerate() {
        if Some(place) == point {
            value.push('.');
        }
        value.push_str(group);
    }
    Some(value)
}

/// Whether the last of `separators` is a decimal point; `digits` follow it.
fn decimal(separators: &[char], digits: usize, counted: bool) -> bool {
    match separators {
        [.., '٫'] => true,
        [] | [.., '٬' | ' ' | '\u{a0}' | '\u{202f}'] => false,
        [_] => digits != 3 || !counted,
        [before @ .., last] => !before.contains(last),
    }
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn separators_part_thousands_or_decimals() {
        for (digits, counted, value) in [
            ("12", false, Some("12")),
            ("١٢٫٥", false, Some("12.5")),
            ("۱۲٫۵", false, Some("12.5")),
            ("1٬250", false, Some("1250")),
            ("1,250,000", false, Some("1250000")),
            ("1.250.000", false, Some("1250000")),
            ("1,250", false, Some("1.250")),
            ("1,250", true, Some("1250")),
            ("3.14", true, Some("3.14")),
            ("1,250.75", false, Some("1250.75")),
            ("1.250,75", true, Some("1250.75")),
            ("10 000", false, Some("10000")),
            ("3،5", false, Some("3.5")),
            ("1,250.750", true, Some("1250.750")),
            ("12.", false, None),
            ("", false, None),
            ("12م", false, None),
        ] {
            assert_eq!(
                numeral(digits, counted).as_deref(),
                value,
                "{digits} {counted}"
            );
        }
    }
}
