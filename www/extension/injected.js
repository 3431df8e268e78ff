//! Which scripts are injected into a page, in their order. They share the globals of the extension's own world.

export const EXTRACT = ["clock.js", "hidden.js", "phrases.js", "hints.js", "blocks.js", "about.js", "foreign.js", "article.js", "extract.js"].map((name) => `content/${name}`);
