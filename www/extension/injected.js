//! Which scripts are injected into a page, in their order. They share the globals of the extension's own world.

/** What finds the article. */
export const EXTRACT = ["clock", "hidden", "phrases", "hints", "blocks", "about", "notes", "foreign", "title", "strays", "article", "extract"].map((name) => `content/${name}.js`);

/** What marks it, and answers the panel. */
export const ATTEND = ["places", "paint", "serve"].map((name) => `content/${name}.js`);

/** The look of the marks. */
export const MARKS = "content/marks.css";
