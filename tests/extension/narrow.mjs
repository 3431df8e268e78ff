//! What is wrong with the panel in the width it has: asked in the panel itself, in either browser.

/** Shares of the slider and of targets that a reader needs, in CSS pixels. */
const SLIDER = 120;

/**
 * An expression that lists what does not fit: what stands out sideways, a slider too short, targets too small.
 * @param {number} target the least height and width of what is pressed
 */
export function faults(target) {
  return `(() => {
  const view = document.defaultView;
  const wide = document.documentElement.clientWidth;
  const named = (each) => each.tagName + "#" + each.id + "." + each.className;
  const shown = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility() && !each.closest(".sr"));
  const box = (each) => each.getBoundingClientRect();
  const out = shown.filter((each) => box(each).right > wide + 1 || box(each).left < -1).map((each) => "out: " + named(each));
  const range = document.createRange();
  const cut = shown.flatMap((each) => [...each.childNodes]).filter((node) => node.nodeType === 3 && node.data.trim() !== "").filter((node) => { range.selectNode(node); const { left, right } = box(range); return right > wide + 1 || left < -1; }).map((node) => "cut: " + node.data.trim().slice(0, 30));
  const slider = document.getElementById("length");
  const short = slider.checkVisibility() && slider.clientWidth < ${SLIDER} ? ["slider: " + slider.clientWidth] : [];
  const small = shown.filter((each) => each.matches("button, input")).filter((each) => Math.min(box(each).height, box(each).width) + (each.closest(".step") ? 2 : 0) < ${target}).map((each) => "small: " + named(each) + " " + Math.round(box(each).width) + "x" + Math.round(box(each).height));
  const scroll = document.documentElement.scrollWidth > wide ? ["scroll: " + document.documentElement.scrollWidth + " in " + wide] : [];
  return [...scroll, ...out, ...cut, ...short, ...small].slice(0, 8);
})()`;
}

/** Breaks the style of the panel, so that the list above is seen to tell. @type {[what: string, expression: string][]} */
export const BREAKS = [
  ["without the rules for narrow panels", `[...document.styleSheets].forEach((sheet) => [...sheet.cssRules].forEach((rule, index) => { if (rule.media?.mediaText.includes("max-width")) sheet.deleteRule(index); }))`],
  ["with sentences that do not break", rule(".points .text { white-space: nowrap !important; }")],
  ["with small targets", rule(".btn, .chip { min-block-size: 1rem !important; block-size: 1rem; }")],
];

/** @param {string} text */
function rule(text) {
  return `void document.styleSheets[0].insertRule(${JSON.stringify(text)}, document.styleSheets[0].cssRules.length)`;
}
