//! Time and memory grow with the text, also where it is all names: eight times the text takes hardly
//! more than eight times as long.

use std::fmt::Write;
use std::time::{Duration, Instant};
use zubda::analyze;

/// How many pieces the long text has.
const PIECES: usize = 60_000;
/// How many times it is as long as a short one.
const TIMES: usize = 8;

const GIVEN: [&str; 8] = ["محمد", "ليلى", "سامي", "خالد", "منى", "يوسف", "كريم", "هدى"];

/// A family name that no list has, another for each number.
fn family(number: usize) -> String {
    let letters: Vec<char> = "بتجحدرزسشصعفقكمن".chars().collect();
    let letter = |place: u32| letters[number / letters.len().pow(place) % letters.len()];
    format!("غ{}{}و{}{}ي", letter(0), letter(1), letter(2), letter(3))
}

/// A text of so many pieces, each written by its number.
fn text(pieces: usize, piece: impl Fn(usize) -> String) -> String {
    (0..pieces).fold(String::new(), |mut text, number| {
        let _ = write!(text, "{} ", piece(number));
        text
    })
}

/// How long `text` takes, and how many entities it has.
fn time(text: &str) -> (Duration, usize) {
    let start = Instant::now();
    let analysis = analyze(text);
    (start.elapsed(), analysis.entities.len())
}

/// Whether one long text of `piece` takes less than twice as long as so many short ones that have as
/// much together; one run of three is enough, as other programs run too.
fn is_linear(piece: fn(usize) -> String) -> bool {
    let (short, long) = (text(PIECES / TIMES, piece), text(PIECES, piece));
    (0..3).any(|_| {
        let apart: Duration = (0..TIMES).map(|_| time(&short).0).sum();
        let (together, found) = time(&long);
        assert!(found >= PIECES, "only {found} entities");
        together < apart * 2
    })
}

#[test]
fn texts_of_names_take_time_by_their_length() {
    type Piece = fn(usize) -> String;
    let texts: [(&str, Piece); 5] = [
        ("full names", |i| {
            format!("قال {} {} ذلك.", GIVEN[i % GIVEN.len()], family(i))
        }),
        ("one name", |_| "وقال سامي الخوري ذلك.".to_owned()),
        ("families of one given name", |i| {
            format!("قال الوزير محمد {} ذلك.", family(i))
        }),
        ("given names of one family", |i| {
            format!("قال الوزير {} الخوري ذلك.", family(i))
        }),
        ("strangers after titles, and again alone", |i| {
            let name = family(i + 1);
            format!("رحب الوزير {} {name} بذلك. وقال {name} نعم.", family(i))
        }),
    ];
    // What a process reads once is no part of it.
    time(GIVEN[0]);
    for (name, piece) in texts {
        assert!(is_linear(piece), "{name}");
    }
}

/// A name as long as a text would stand again in each of its mentions.
#[test]
fn names_have_an_end() {
    let words = "محمد ".repeat(3000);
    let letters = format!("محم{}د", "ـ".repeat(10_000));
    for name in [words, letters] {
        let text = format!("{name}.\n{}", "وقال محمد ذلك. ".repeat(100));
        let names = analyze(&text)
            .entities
            .into_iter()
            .map(|entity| entity.name.len());
        let (found, bytes) = names.fold((0, 0), |(found, bytes), name| (found + 1, bytes + name));
        assert!(
            found >= 100 && bytes < text.len(),
            "{found} of {bytes} bytes"
        );
    }
}
