// The texts that the built core is tried on: every golden text, and texts that are hard to count in.
import { readFileSync, readdirSync } from "node:fs";

const golden = new URL("golden/", import.meta.url);

/** [name, text] of every golden case. */
export const goldenTexts = readdirSync(golden).map((name) => [
  `golden/${name}`,
  readFileSync(new URL(`${name}/input.txt`, golden), "utf8"),
]);

const sentence = "وصل الوزير إلى المدينة يوم الأحد، ورافقه 12 خبيراً.";

/** [name, text] of texts where bytes, UTF-16 units and characters part ways, or that are hostile. */
export const awkwardTexts = [
  ["empty", ""],
  ["only white space", " \t\u00a0\u3000\n\r\n\u2028 "],
  ["only Latin", "Nothing here is Arabic. Nothing at all!"],
  ["a byte order mark", `\ufeff${sentence}`],
  ["characters beyond the basic plane", `😀 ${sentence} 👨‍👩‍👧‍👦 𞸀𞸁 ${sentence}`],
  ["marks and tatweel", "قَـــالَ أَحْمَدُ: «نَعَمْ». ثُمَّ ذَهَبَ إِلى مَكَّةَ."],
  ["marks that stand alone", "\u064b\u0651 ً\n\u0640\u0640\n\u200f\u200e"],
  ["bidi controls", `\u202e${sentence}\u202c \u2066${sentence}\u2069`],
  ["NUL and other controls", `${sentence}\0\x01\x1b[31m${sentence}\x7f`],
  ["line ends of all kinds", `${sentence}\r\n\r\n${sentence}\r${sentence}\u2028${sentence}\u0085${sentence}`],
  ["HTML", `<p onclick="alert(1)">${sentence}</p><img src=x onerror=alert(1)><script>throw 1</script>`],
  ["JSON", JSON.stringify({ id: 1, text: sentence })],
  ["presentation forms", "ﷺ ﻻ ﷲ اﻟﻤﺪﻳﻨﺔ. ﷼ 500."],
  ["one long line", `${sentence} `.repeat(2000)],
  ["one long word", "ب".repeat(20000)],
  ["only punctuation", "؟!.،؛:«»\"'()[]{}…—-".repeat(50)],
  ["only digits", "12 ٣٤ ۵۶ 1,234.5 ١٢٫٥٪ $9.99 2024-01-02"],
];

/** [name, text] of strings that are no Unicode text: only JavaScript can hold them. */
export const brokenTexts = [
  ["a lone high surrogate", `${sentence} \ud83d ${sentence}`],
  ["a lone low surrogate", `\ude00${sentence}`],
  ["surrogates the wrong way round", `${sentence}\ude00\ud83d${sentence}`],
  ["a high surrogate at the end", `${sentence} \ud83d`],
];
