//! The summary in the forms it leaves the page in.

import { direction } from "../shared/direction.js";
import { escape } from "./clipboard.js";

/**
 * @typedef {object} Taken
 * @property {string} title
 * @property {string} text the whole article
 * @property {import("../shared/protocol.js").Analysis} analysis
 * @property {number[]} kept indices of the sentences taken, in text order
 */

/** @param {Taken} taken */
export function lines({ text, analysis, kept }) {
  return kept.map((index) => text.slice(analysis.sentences[index]?.start, analysis.sentences[index]?.end).replace(/\s+/gu, " "));
}

/** Sentences of one paragraph stay together. @param {Taken} taken */
export function asText(taken) {
  const all = lines(taken);
  return taken.kept.map((index, i) => {
    const [here, before] = [taken.analysis.sentences[index], taken.analysis.sentences[taken.kept[i - 1] ?? -1]];
    return `${i === 0 ? "" : here?.paragraph === before?.paragraph ? " " : "\n\n"}${all[i]}`;
  }).join("");
}

/** @param {Taken} taken */
export function asMarkdown(taken) {
  return `# ${guarded(taken.title)}\n\n${lines(taken).map((line) => `- ${guarded(line)}`).join("\n")}\n`;
}

/** Signs that Markdown would take for markup. @param {string} line */
function guarded(line) {
  return line.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}

/** The summary as a document of its own, right to left wherever it is opened. @param {Taken} taken */
export function asHtml(taken) {
  const title = escape(taken.title);
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
${asFragment(taken)}
</body>
</html>
`;
}

/** @param {Taken} taken */
export function asFragment(taken) {
  return `<ul dir="rtl" lang="ar">\n${lines(taken).map((line) => `<li dir="${direction(line)}">${escape(line)}</li>`).join("\n")}\n</ul>`;
}

/** The summary's sentences and the whole analysis, as the core gave it. @param {Taken} taken */
export function asJson({ title, text, analysis, kept }) {
  const summary = kept.map((index) => ({ sentence: index, text: text.slice(analysis.sentences[index]?.start, analysis.sentences[index]?.end) }));
  return `${JSON.stringify({ title, text, summary, analysis }, null, 2)}\n`;
}
