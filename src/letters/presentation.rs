//! Presentation forms and ligatures.

use std::sync::OnceLock;

/// The letters that the presentation form or ligature `c` stands for; empty when it is none.
pub(super) fn presentation(c: char) -> &'static str {
    const FIRST: u32 = 0xfb50;
    static FORMS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let mut forms = vec![""; 0xfeff - FIRST as usize + 1];
        for line in include_str!("presentation.tsv").lines() {
            let Some((code, letters)) = line.split_once('\t') else {
                continue;
            };
            let place = u32::from_str_radix(code, 16)
                .ok()
                .and_then(|code| code.checked_sub(FIRST));
            if let Some(form) = place.and_then(|place| forms.get_mut(place as usize)) {
                *form = letters;
            }
        }
        forms
    });
    u32::from(c)
        .checked_sub(FIRST)
        .and_then(|place| forms.get(place as usize))
        .copied()
        .unwrap_or("")
}
