//! What a reader cannot see. Hidden text is never part of an article.

/** Elements without running text of their own. */
var SILENT = new Set([
  "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "META", "LINK", "TITLE", "SVG", "MATH", "CANVAS", "VIDEO", "AUDIO", "OBJECT", "EMBED", "MAP",
  "PROGRESS", "METER", "AMP-AD", "AMP-EMBED", "AMP-STICKY-AD", "DATALIST", "OPTION", "OPTGROUP", "RP", "RT", "MARQUEE", "APPLET", "FRAMESET",
]);

/** Elements that ask the reader for something. */
var CONTROLS = new Set(["INPUT", "TEXTAREA", "SELECT", "BUTTON"]);

/**
 * True if the element and all that stands in it is out of sight.
 * @param {Element} element
 * @param {CSSStyleDeclaration} style its computed style
 */
function isOutOfSight(element, style) {
  if (style.display === "none" || style.opacity === "0") return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  if (style.getPropertyValue("content-visibility") === "hidden") return true;
  if (style.textIndent.length > 5 && parseFloat(style.textIndent) < -900) return true;
  if (style.position === "absolute" || style.position === "fixed") {
    if (style.clip !== "auto" || style.clipPath.startsWith("inset(")) return true;
    if ([style.left, style.right, style.top].some((side) => parseFloat(side) < -900)) return isBeyondTheEdge(element);
  }
  if (style.overflowX === "hidden" || style.overflowY === "hidden" || style.overflowX === "clip" || style.overflowY === "clip") return isFlat(element);
  return false;
}

/** @param {Element} element */
function isBeyondTheEdge(element) {
  const { left, right, bottom } = element.getBoundingClientRect();
  return right + scrollX < 0 || bottom + scrollY < 0 || left - innerWidth > 900;
}

/** Nothing of its content can show: a box one pixel high or wide that cuts off the rest. @param {Element} element */
function isFlat(element) {
  if (!(element instanceof HTMLElement) || element === document.documentElement || element === document.body) return false;
  return element.offsetHeight <= 1 || element.offsetWidth <= 1;
}

/**
 * True if text that stands directly in an element of this style shows. Unlike what `isOutOfSight`
 * looks at, elements inside may differ.
 * @param {CSSStyleDeclaration} style
 */
function showsText(style) {
  return style.visibility === "visible" && parseFloat(style.fontSize) >= 1;
}
