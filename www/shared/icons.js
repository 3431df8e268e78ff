//! The icons: one path each, drawn in the colour of the text.

const SVG = "http://www.w3.org/2000/svg"; // a name of the SVG vocabulary; nothing is fetched from it

/** @typedef {keyof typeof PATHS} Icon */

const PATHS = {
  new: "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5M12 11v6M9 14h6",
  clock: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7v5l3 2",
  tune: "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M7 17a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
  keys: "M5.5 6h13a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1 -2.5 2.5h-13a2.5 2.5 0 0 1 -2.5 -2.5v-7a2.5 2.5 0 0 1 2.5 -2.5M7 10h.01M10.5 10h.01M14 10h.01M17.5 10h.01M8 14h8",
  copy: "M10 8h8a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2v-8a2 2 0 0 1 2 -2M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2",
  speak: "M4 10v4h3l4 3.5v-11L7 10zM15 9.2a4 4 0 0 1 0 5.6M17.6 6.6a7.6 7.6 0 0 1 0 10.8",
  share: "M12 14V4M8.5 7 12 3.5 15.5 7M7 11H6a1.5 1.5 0 0 0-1.5 1.5v6A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5v-6A1.5 1.5 0 0 0 18 11h-1",
  save: "M12 4v11M8 11.5l4 4 4-4M5 20h14",
  minus: "M6 12h12",
  plus: "M6 12h12M12 6v12",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  up: "M6 14.5l6-6 6 6",
  down: "M6 9.5l6 6 6-6",
  back: "M20 12H5M11 6l-6 6 6 6",
  paste: "M7 5h10a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2M9 5V4a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2H9zM9 12h6M9 16h4",
  file: "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5",
  quote: "M11 6 6 12l5 6M18 6l-5 6 5 6",
  device: "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-8a2 2 0 0 1 2 -2M8 20.5h8M9 11l2.2 2.2L15.5 9",
  ask: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 17h.01M12 13.5c0-2 2.5-2 2.5-4A2.5 2.5 0 0 0 9.7 8.6",
  warn: "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01",
  info: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 11v5.5M12 7.8h.01",
  again: "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5",
  bin: "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5",
  page: "M6.5 4h11a2.5 2.5 0 0 1 2.5 2.5v11a2.5 2.5 0 0 1 -2.5 2.5h-11a2.5 2.5 0 0 1 -2.5 -2.5v-11a2.5 2.5 0 0 1 2.5 -2.5M8 9h8M8 12.5h8M8 16h4",
  stop: "M8 7h8a1 1 0 0 1 1 1v8a1 1 0 0 1 -1 1h-8a1 1 0 0 1 -1 -1v-8a1 1 0 0 1 1 -1",
  check: "M5 12.5l4.5 4.5L19 7.5",
  print: "M7 8V4h10v4M7 17H5a1 1 0 0 1-1-1v-6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v6a1 1 0 0 1-1 1h-2M7 14h10v6H7z",
};

/** Icons that point the way reading goes, and turn with it. @type {Set<string>} */
const TURNING = new Set(["back"]);

/** @param {Icon} name @returns {SVGElement} */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", TURNING.has(name) ? "i turns" : "i");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return /** @type {SVGElement} */ (svg);
}
