//! Markdown as plain text: the words stay, the signs of markup go. No pattern may look further for its
//! end from every one of its beginnings: a file of beginnings would hold the page up.

/** @param {string} source */
export function fromMarkdown(source) {
  return withoutComments(source
    .replace(/^\ufeff?(---|\+\+\+)[ \t]*\r?\n(?=\s*[\w"'])[\s\S]*?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/, "") // front matter
    .replace(/^```[\s\S]*?^```.*$/gm, ""))
    .replace(/^ {0,3}#{1,6}[ \t]+(.*)$/gm, (_, words) => `\n${heading(words)}\n`)
    .replace(/^(.+)\r?\n(?:=+|-+)[ \t]*$/gm, "\n$1\n")
    .replace(/^ {0,3}(?:[-*_][ \t]*){3,}$/gm, "")
    .replace(/^ {0,3}(?:>[ \t]?)+/gm, "")
    .replace(/!\[[^[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "")
    .replace(/\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "$1")
    .replace(/\[([^[\]\n]*)\]\[[^[\]\n]*\]/g, "$1")
    .replace(/^ {0,3}\[[^[\]\n]+\]:[ \t]+\S.*$/gm, "")
    .replace(/(\*\*|__)(?=\S)([^\n]{0,800}?\S)\1/g, "$2")
    .replace(/(^|[\s(«"'])([*_])(?=\S)([^*_\n]*?\S)\2(?=$|[\s).,،؛:!؟»"'])/gm, "$1$3")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The words of a heading without signs that close it. @param {string} words */
function heading(words) {
  const given = words.trim();
  let end = given.length;
  while (given.charAt(end - 1) === "#") end -= 1;
  return end === 0 || /\s/.test(given.charAt(end - 1)) ? given.slice(0, end).trim() : given;
}

/** @param {string} source */
function withoutComments(source) {
  const kept = [];
  let at = 0;
  for (let open = source.indexOf("<!--"); open >= 0; open = source.indexOf("<!--", at)) {
    const close = source.indexOf("-->", open + 4);
    if (close < 0) break;
    kept.push(source.slice(at, open));
    at = close + 3;
  }
  return kept.join("") + source.slice(at);
}
