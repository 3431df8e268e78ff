//! Entities of texts that no editor wrote: no panic, spans on letters, in order, without overlap.

use zubda::document::Document;
use zubda::entities::{self, Entity, EntityKind};

/// The entities of `text`, whose spans are checked.
fn find(text: &str) -> Vec<Entity> {
    let found = entities::find(&Document::read(text));
    let mut last = 0;
    for entity in &found {
        let (name, token) = (entity.span, entity.token_span);
        assert!(last <= name.start && name.start < name.end, "{entity:?}");
        assert!(
            token.start <= name.start && name.end <= token.end,
            "{entity:?}"
        );
        assert!(
            text.get(token.start..token.end).is_some() && text.get(name.start..name.end).is_some(),
            "{entity:?}"
        );
        last = name.end;
    }
    found
}

/// What is found in `text` of `kind`, as written.
fn of_kind(text: &str, kind: EntityKind) -> Vec<&str> {
    find(text)
        .iter()
        .filter(|entity| entity.kind == kind)
        .map(|entity| entity.span.of(text))
        .collect()
}

#[test]
fn a_sentence_of_three_thousand_words() {
    let text = "وصل الوفد إلى القاهرة ثم غادرها إلى بغداد ومعه ثلاثة خبراء ".repeat(300);
    let places = of_kind(&text, EntityKind::Place);
    assert!(places.len() >= 590, "{} places of 600", places.len());
}

#[test]
fn names_find_an_end() {
    for text in [
        "محمد بن أحمد بن علي بن حسن ".repeat(200),
        "حدثنا عبد الله عن مالك عن نافع عن ابن عمر قال ".repeat(100),
        "سامي، ليلى، كريم، منى، طارق، ".repeat(100),
        "القاهرةبغداددمشقبيروتعمانالرياض".repeat(500),
        "و".repeat(5_000),
        "عبد ".repeat(3_000),
        "\"«»\"".repeat(1_000),
    ] {
        find(&text);
    }
}

#[test]
fn addresses_and_code_are_no_names() {
    for text in [
        "https://example.org/cairo/2024?id=12&q=a%20b",
        "info@example.org",
        "NODE_ENV=production MAX_SIZE=3000",
    ] {
        let found = find(text);
        assert!(
            found.iter().all(|entity| !matches!(
                entity.kind,
                EntityKind::Person | EntityKind::Place | EntityKind::Organization
            )),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn digits_may_touch_letters() {
    for text in [
        "شارك50رجلاً في2024م و3شركات",
        "ارتفع٪5و%٣وبـ12دولاراً",
        "x1y2z3 ١٢٣abc٤٥٦ 1,2,3;4.5.6.7 -1 +1 3/4/5/6",
    ] {
        find(text);
    }
}

#[test]
fn results_of_matches_keep_their_teams_apart() {
    let text = "الأهلي 2-1 الزمالك، الوحدة 0-0 العين، برشلونة 3-2 باريس";
    let found = find(text);
    assert!(
        found
            .iter()
            .all(|entity| !entity.span.of(text).contains('،')),
        "{found:?}"
    );
    assert_eq!(of_kind(text, EntityKind::Number), ["2-1", "0-0", "3-2"]);
}

#[test]
fn a_further_name_may_begin_like_a_particle() {
    for (text, name) in [
        (
            "أكدت السيدة رابعة كبيلي أنها ماضية في العمل.",
            "رابعة كبيلي",
        ),
        (
            "وأوضح أحمد ولد بغالي، أمين عام الاتحاد، أن الأمر انتهى.",
            "أحمد ولد بغالي",
        ),
    ] {
        assert_eq!(of_kind(text, EntityKind::Person), [name]);
    }
}

#[test]
fn a_common_word_is_no_particle_and_a_name() {
    let text = "أطلقت الوزارة ثلاثة مشاريع كبرى، وهي الأضخم منذ عقود. وتعد كبرى الشركات خططا أخرى.";
    assert_eq!(of_kind(text, EntityKind::Person), [""; 0]);
    let text = "أعلنت الحكومة عن تعديل وزاري واسع بعد ضباب كثيف.";
    assert_eq!(of_kind(text, EntityKind::Place), [""; 0]);
    let text = "أحرزت الفرنسية كلوي مارتان لقب البطولة. وقالت مارتان إنها سعيدة.";
    assert_eq!(of_kind(text, EntityKind::Person), ["كلوي مارتان", "مارتان"]);
}

#[test]
fn latin_names_stay_whole_words() {
    let text = "قال MOHAMED SALAH إن شركة GOOGLE افتتحت مكتباً في DUBAI";
    for entity in find(text) {
        let (start, end) = (entity.span.start, entity.span.end);
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        assert!(
            !letter(text[..start].chars().last()) && !letter(text[end..].chars().next()),
            "{entity:?}"
        );
    }
}
