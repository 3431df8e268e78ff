//! Colours for browsers without `light-dark()` (before Safari 17.5, Chrome 123, Firefox 120): the same, once for
//! each theme.

use std::fmt::Write;

/// `tokens` with a fallback behind them, made of their lines of the form `--name: light-dark(light, dark);`.
pub(crate) fn with_fallback(tokens: &str) -> String {
    let (mut light, mut dark) = (String::new(), String::new());
    for (name, [by_day, by_night]) in tokens.lines().filter_map(pair) {
        let _ = write!(light, "{name}: {by_day}; ");
        let _ = write!(dark, "{name}: {by_night}; ");
    }
    format!(
        "{tokens}\n@supports not (color: light-dark(#000, #fff)) {{\n\
         :root {{ {light}}}\n\
         @media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme=\"light\"]) {{ {dark}}} }}\n\
         @media screen {{ :root[data-theme=\"dark\"] {{ {dark}}} }}\n\
         }}\n"
    )
}

/// The name and the two colours of a line that has them.
fn pair(line: &str) -> Option<(&str, [&str; 2])> {
    let (name, value) = line.trim().split_once(':')?;
    let (colours, _) = value.trim().strip_prefix("light-dark(")?.split_once(')')?;
    let (light, dark) = colours.split_once(',')?;
    name.starts_with("--")
        .then_some((name, [light.trim(), dark.trim()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_has_its_colours() {
        let tokens = "/* light-dark(light, dark) */\n:root {\n  --paper:  light-dark(#fff, #111);  /* page */\n  --gap: 1rem;\n}";
        let made = with_fallback(tokens);
        assert!(made.starts_with(tokens));
        let behind = &made[tokens.len()..];
        assert!(behind.contains(":root { --paper: #fff; }"), "{behind}");
        assert_eq!(behind.matches("{ --paper: #111; }").count(), 2, "{behind}");
        assert!(!behind.contains("--gap"), "{behind}");
    }
}
