//! The features of the score in words: what is said when one raised a sentence, and when it lowered it.

/** @typedef {[raised: string, lowered: string]} Sides */

/** @type {Record<string, Record<import("../i18n.js").Language, Sides>>} */
export const REASONS = {
  "first": { ar: ["أول جملة في المقال", "موضع أول المقال"], en: ["The first sentence", "The place of the first sentence"] },
  "scene": { ar: ["يُفتتح بها الخبر", "تمهّد للموضوع ولا تخبر به"], en: ["Opens with the news", "Sets a scene before the news"] },
  "second": { ar: ["ثاني جملة في المقال", "ثاني جملة في المقال"], en: ["The second sentence", "The second sentence"] },
  "third": { ar: ["ثالث جملة في المقال", "ثالث جملة في المقال"], en: ["The third sentence", "The third sentence"] },
  "last": { ar: ["آخر جملة في المقال", "آخر جملة في المقال"], en: ["The last sentence", "The last sentence"] },
  "early": { ar: ["من جُمل المقال الأولى", "من جُمل المقال الأولى"], en: ["Among the first sentences", "Among the first sentences"] },
  "lead": { ar: ["قريبة من مطلع المقال", "بعيدة عن مطلع المقال"], en: ["Near the start of the article", "Far from the start of the article"] },
  "place": { ar: ["موضعها في المقال", "موضعها في المقال"], en: ["Where it stands in the article", "Where it stands in the article"] },
  "end": { ar: ["قريبة من الخاتمة", "بعدها عن الخاتمة أو قربها منها"], en: ["Near the end", "How near the end it stands"] },
  "after-heading": { ar: ["تلي عنواناً", "موضعها من العناوين"], en: ["Follows a heading", "Where it stands among the headings"] },
  "document-length": { ar: ["طول المقال", "طول المقال"], en: ["The length of the article", "The length of the article"] },
  "sections": { ar: ["كثرة أقسام المقال", "كثرة أقسام المقال"], en: ["The number of sections", "The number of sections"] },
  "length": { ar: ["طولها مناسب", "طولها غير معتاد"], en: ["A fitting length", "An unusual length"] },
  "length-in-document": { ar: ["طولها بين جُمل المقال", "طولها بين جُمل المقال"], en: ["Its length among the sentences", "Its length among the sentences"] },
  "length-share": { ar: ["حصتها من كلمات المقال", "حصتها من كلمات المقال"], en: ["Its share of the article's words", "Its share of the article's words"] },
  "run-on": { ar: ["طويلة متصلة", "طويلة متصلة"], en: ["A long run-on sentence", "A long run-on sentence"] },
  "continuation": { ar: ["تتمة جملة طويلة", "تتمة جملة طويلة"], en: ["Continues a long sentence", "Continues a long sentence"] },
  "centrality": { ar: ["تدور حول ما يدور حوله المقال", "بعيدة عما يدور حوله المقال"], en: ["About what the article is about", "Away from what the article is about"] },
  "degree": { ar: ["تلتقي مع جُمل كثيرة", "تلتقي مع جُمل قليلة"], en: ["Shares words with many sentences", "Shares words with few sentences"] },
  "echo": { ar: ["تتردد كلماتها في ما بعدها", "لا تتردد كلماتها في ما بعدها"], en: ["Echoed by what follows", "Not echoed by what follows"] },
  "announcement": { ar: ["تعلن ما يُفصَّل بعدها", "لا تعلن ما يُفصَّل بعدها"], en: ["Announces what is told later", "Announces little of what is told later"] },
  "salience": { ar: ["كلماتها تصلح عنواناً للمقال", "كلماتها بعيدة عن عنوان المقال"], en: ["Its words could make the headline", "Few of its words could make the headline"] },
  "new-salience": { ar: ["تذكر كلمات مهمة أول مرة", "قليلة الكلمات المهمة الجديدة"], en: ["Brings important words first", "Brings few new important words"] },
  "salient-share": { ar: ["أكثر كلماتها مهم", "قليل من كلماتها مهم"], en: ["Most of its words matter", "Few of its words matter"] },
  "salience-rank": { ar: ["من أهم الجُمل كلماتٍ", "كلماتها أقل أهمية من غيرها"], en: ["Among the sentences of weightiest words", "Others have weightier words"] },
  "key-terms": { ar: ["فيها أكثر كلمات المقال وروداً", "قليلة الكلمات المتكررة في المقال"], en: ["Holds the article's most frequent words", "Holds few of the article's frequent words"] },
  "term-weight": { ar: ["كلماتها من أهم كلمات المقال", "كلماتها ليست من أهم كلمات المقال"], en: ["Its words weigh much in the article", "Its words weigh little in the article"] },
  "rarity": { ar: ["كلماتها دقيقة نادرة", "ندرة كلماتها أو شيوعها"], en: ["Its words are specific", "How rare its words are"] },
  "new-terms": { ar: ["تأتي بجديد", "قليلة الجديد"], en: ["Brings new words", "Brings little that is new"] },
  "title": { ar: ["تشارك العنوان كلماته", "لا تشارك العنوان كلماته"], en: ["Shares the title's words", "Does not share the title's words"] },
  "first-sentence": { ar: ["قريبة من الجملة الأولى في معناها", "صلتها بالجملة الأولى"], en: ["Close to the first sentence in words", "How it relates to the first sentence"] },
  "sentence-before": { ar: ["صلتها بما قبلها", "صلتها بما قبلها"], en: ["How it relates to the one before", "How it relates to the one before"] },
  "sentence-after": { ar: ["صلتها بما بعدها", "صلتها بما بعدها"], en: ["How it relates to the one after", "How it relates to the one after"] },
  "numbers": { ar: ["فيها أرقام", "أرقامها"], en: ["Holds figures", "Its figures"] },
  "quotes": { ar: ["فيها كلام منقول", "كلامها منقول"], en: ["Quotes someone", "Is quoted speech"] },
  "question": { ar: ["سؤال", "سؤال لا خبر"], en: ["A question", "A question, not a statement"] },
  "reporting": { ar: ["تنقل قولاً أو إعلاناً", "نقل قول"], en: ["Reports what was said", "Reported speech"] },
  "leaning": { ar: ["قائمة بنفسها", "تعتمد على ما قبلها"], en: ["Stands on its own", "Leans on what stands before"] },
  "definition": { ar: ["تعرّف بشيء", "تعريف"], en: ["Defines something", "A definition"] },
  "conjunction": { ar: ["أداة الربط في أولها", "أداة الربط في أولها"], en: ["The conjunction it opens with", "The conjunction it opens with"] },
  "colon": { ar: ["تمهّد لما بعدها", "تمهّد لغيرها"], en: ["Leads up to what follows", "Only leads up to another"] },
  "brackets": { ar: ["فيها أقواس", "كثيرة الأقواس"], en: ["Has brackets", "Full of brackets"] },
  "speech": { ar: ["كلام متحدث", "كلام متحدث"], en: ["Someone's words", "Someone's words"] },
  "news": { ar: ["أسلوبها خبري", "أسلوب المقال"], en: ["Written as news", "The manner of the article"] },
};

/**
 * @param {string} feature
 * @param {boolean} raised
 * @param {import("../i18n.js").Language} language
 */
export function reason(feature, raised, language) {
  return REASONS[feature]?.[language][raised ? 0 : 1] ?? feature;
}
