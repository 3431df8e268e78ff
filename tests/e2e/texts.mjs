// The texts that the browser tests read.
import { existsSync, readFileSync } from "node:fs";
import { sample } from "../../www/page/sample.js";

export { sample };

const gold = new URL("../../../shared/gold/article.txt", import.meta.url);

/** A real article, where the data beside the project is there; it is never part of the project. */
export const article = existsSync(gold) ? readFileSync(gold, "utf8") : null;

const SENTENCES = [
  "افتتحت بلدية الميناء صباح اليوم جسراً جديداً يصل الضفتين بعد ثلاث سنوات من العمل.",
  "وقالت المهندسة سلمى الحداد إن المشروع كلّف ١٢ مليون دينار، أي أقل من المقدّر.",
  "ويعبر الجسر كل يوم نحو خمسة آلاف سيارة، وفيه ممر واسع للمشاة والدراجات.",
  "ورحّب أصحاب المتاجر بالافتتاح، وقالوا إن الزبائن سيعودون إلى السوق القديم.",
  "أما سكان الضفة الشرقية فطلبوا زيادة الحافلات قبل بداية العام الدراسي.",
  "وستنظم المدرسة الثانوية في ٣ أبريل رحلة لطلابها إلى برج المراقبة.",
];

/** A text of about `units` UTF-16 units, with `sentences` sentences a paragraph. */
export function long(units, sentences = 6) {
  const paragraphs = [];
  let size = 0;
  for (let i = 0; size < units; i += 1) {
    const paragraph = Array.from({ length: sentences }, (_, j) => `${SENTENCES[(i + j) % SENTENCES.length]} (${i}-${j})`).join(" ");
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join("\n\n");
}
