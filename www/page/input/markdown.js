//! Markdown as plain text: the words stay, the signs of markup go.

/** @param {string} source */
export function fromMarkdown(source) {
  return source
    .replace(/^\ufeff?---\r?\n[\s\S]*?\n---\r?\n/, "") // front matter
    .replace(/^```[\s\S]*?^```.*$/gm, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^(?: {0,3})#{1,6}\s+(.*?)\s*#*\s*$/gm, "\n$1\n")
    .replace(/^(.+)\r?\n(?:=+|-+)[ \t]*$/gm, "\n$1\n")
    .replace(/^ {0,3}(?:[-*_][ \t]*){3,}$/gm, "")
    .replace(/^ {0,3}(?:>[ \t]?)+/gm, "")
    .replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, "")
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/\[([^\]\n]*)\]\[[^\]\n]*\]/g, "$1")
    .replace(/^\s*\[[^\]\n]+\]:\s+\S+.*$/gm, "")
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, "$2")
    .replace(/(^|[\s(«"'])([*_])(?=\S)([^*_\n]*?\S)\2(?=$|[\s).,،؛:!؟»"'])/gm, "$1$3")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
