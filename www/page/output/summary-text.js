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

/** The article's headline; a text without one is named by its start, which its summary would say again. @param {Taken} taken */
function headline({ title, analysis }) {
  return analysis.sentences[0]?.kind === "heading" ? title : "";
}

/** The summary below its headline, as plain text. @param {Taken} taken */
export function asPage(taken) {
  return `${[headline(taken), asText(taken)].filter(Boolean).join("\n\n")}\n`;
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
  const title = headline(taken);
  return `${title && `# ${guarded(title)}\n\n`}${lines(taken).map((line) => `- ${guarded(line)}`).join("\n")}\n`;
}

/** Signs that Markdown would take for markup. @param {string} line */
function guarded(line) {
  return line.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/^[-+](?=\s)/, "\\$&").replace(/^(\d+)([.)])(?=\s)/, "$1\\$2");
}

/** The summary as a document of its own, right to left wherever it is opened. @param {Taken} taken */
export function asHtml(taken) {
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(taken.title)}</title>
<style>
body { max-width: 38rem; margin: 2rem auto; padding: 0 1.25rem; font: 1.25rem/1.9 "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", serif; }
h1 { font-size: 1.6em; line-height: 1.5; }
ul { padding-inline-start: 1.25em; }
li { margin-block: .75em; }
</style>
</head>
<body>
${asExcerpt(taken)}
</body>
</html>
`;
}

/** The summary with its headline, to be pasted into another document. @param {Taken} taken */
export function asExcerpt(taken) {
  const title = headline(taken);
  const list = lines(taken).map((line) => `<li dir="${direction(line)}">${escape(line)}</li>`).join("\n");
  return `${title && `<h1 dir="rtl" lang="ar">${escape(title)}</h1>\n`}<ul dir="rtl" lang="ar">\n${list}\n</ul>`;
}

/** The summary's sentences and the whole analysis, as the core gave it. @param {Taken} taken */
export function asJson({ title, text, analysis, kept }) {
  const summary = kept.map((index) => ({ sentence: index, text: text.slice(analysis.sentences[index]?.start, analysis.sentences[index]?.end) }));
  return `${JSON.stringify({ title, text, summary, analysis }, null, 2)}\n`;
}
