//! Mentions of one person share a group, in prose of our own: the full name, then what stands for
//! it later; people of one family stay apart.

use zubda::document::Document;
use zubda::entities::{self, Entity};

/// The last mention that is written `name`.
fn last<'a>(entities: &'a [Entity], text: &str, name: &str) -> Option<&'a Entity> {
    entities
        .iter()
        .rev()
        .find(|entity| entity.span.of(text) == name)
}

/// A text, and pairs of a full name and a short one that means the same person.
const JOINED: [(&str, &[(&str, &str)]); 14] = [
    (
        "التقى الرئيس الروسي فلاديمير بوتين وزير الخارجية التركي. وقال بوتين إن المحادثات كانت مفيدة.",
        &[("فلاديمير بوتين", "بوتين")],
    ),
    (
        "قال المدرب يوسف بلحاج إن الفريق جاهز. وأضاف بلحاج أن المباراة صعبة.",
        &[("يوسف بلحاج", "بلحاج")],
    ),
    (
        "أعلن وزير المالية سامي الخوري استقالته. وكان الخوري قد تولى المنصب قبل عام.",
        &[("سامي الخوري", "الخوري")],
    ),
    (
        "استقبل الملك عبد الله الثاني رئيس الوزراء البريطاني توني بلير. وشدد بلير على أهمية السلام.",
        &[("توني بلير", "بلير")],
    ),
    (
        "دعت المستشارة الألمانية أنجيلا ميركل إلى قمة طارئة. وترى ميركل أن الأزمة لم تنته.",
        &[("أنجيلا ميركل", "ميركل")],
    ),
    (
        "فازت الكاتبة ليلى البستاني بالجائزة. وقالت البستاني إنها لم تتوقع ذلك.",
        &[("ليلى البستاني", "البستاني")],
    ),
    (
        "اجتمع الأمين العام بان كي مون مع الوزير سعود الفيصل. وأشاد الفيصل بدور المنظمة.",
        &[("سعود الفيصل", "الفيصل")],
    ),
    (
        "زار الرئيس الأميركي باراك أوباما برلين. وذكر أوباما أن التعاون مستمر.",
        &[("باراك أوباما", "أوباما")],
    ),
    (
        "قدم النائب كريم الحداد مشروع القانون. ويرى الحداد أن النص الحالي قديم.",
        &[("كريم الحداد", "الحداد")],
    ),
    (
        "وصل الرئيس الفرنسي إيمانويل ماكرون إلى بيروت. والتقى ماكرون عددا من السكان.",
        &[("إيمانويل ماكرون", "ماكرون")],
    ),
    (
        "سجل المهاجم محمد صلاح هدفين. وبهذا رفع صلاح رصيده إلى عشرين هدفا.",
        &[("محمد صلاح", "صلاح")],
    ),
    (
        "حكمت المحكمة ببراءة الصحافي عمر الراضي. ونفى الراضي التهم الموجهة إليه.",
        &[("عمر الراضي", "الراضي")],
    ),
    (
        "قالت الباحثة منى الشريف إن النتائج أولية. وأكدت الشريف أن الدراسة مستمرة.",
        &[("منى الشريف", "الشريف")],
    ),
    (
        "هنأ الزعيم الكوري الشمالي كيم جونغ أون مواطنيه. وقال كيم إن العام كان صعبا.",
        &[("كيم جونغ أون", "كيم")],
    ),
];

/// Twelve of the fourteen join; a short name that is not found, or joins another, counts as a miss.
#[test]
fn short_names_join_the_full_one() {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for (text, pairs) in JOINED {
        let found = entities::find(&Document::read(text));
        for (full, short) in pairs {
            all += 1;
            let full = last(&found, text, full);
            let short = last(&found, text, short);
            match (full, short) {
                (Some(full), Some(short)) if full.group == short.group => {
                    assert_eq!(short.name, full.name);
                    right += 1;
                }
                _ => wrong.push(text),
            }
        }
    }
    assert!(right * 100 >= all * 85, "{right} of {all}: {wrong:#?}");
}

#[test]
fn one_family_is_not_one_person() {
    let text = "قال الوزير سامي الخوري إن الخطة جاهزة. وقالت النائبة منى الخوري إنها ناقصة.";
    let found = entities::find(&Document::read(text));
    let first = last(&found, text, "سامي الخوري").expect("the first");
    let second = last(&found, text, "منى الخوري").expect("the second");
    assert_ne!(first.group, second.group);
}
