//! Jumps between the summary and the article: a short scroll, a ring, and the way back.

/** How long a jump may move the page, in milliseconds. */
const CALM = 240;

/** @type {(() => void) | null} */
let back = null;
/** @type {Element[]} */
let ringed = [];

/**
 * Scrolls `target` into view, rings it and moves the focus to `focus`. Escape, or `goBack`, returns
 * the focus and the view to where they were.
 * @param {Element} target
 * @param {HTMLElement | null} focus
 * @param {{ ring?: Element[] }} [options] what to ring, if not the target
 */
export function jumpTo(target, focus, { ring = [target] } = {}) {
  const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const [top, view] = [scrollY, from];
  for (const each of ringed) each.classList.remove("now");
  for (const each of ring) each.classList.add("now");
  ringed = ring;
  back = () => {
    for (const each of ring) each.classList.remove("now");
    view?.focus({ preventScroll: true });
    glide(() => top);
  };
  focus?.focus({ preventScroll: true });
  bring(target);
}

/** Forgets the way back and the ring. */
export function stay() {
  for (const each of ringed) each.classList.remove("now");
  ringed = [];
  back = null;
}

/** Returns from the last jump; says whether there was one. */
export function goBack() {
  const way = back;
  back = null;
  way?.();
  return way !== null;
}

/** Scrolls `target` to where it is read best: in its own scrolling column, or a third down the page. @param {Element} target */
export function bring(target) {
  const column = target.closest(".summary");
  if (column && column.scrollHeight > column.clientHeight && getComputedStyle(column).overflowY === "auto") {
    const [box, frame] = [target.getBoundingClientRect(), column.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) column.scrollBy({ top: box.top - frame.top - frame.height / 4, behavior: "instant" });
    return;
  }
  glide(() => {
    const box = target.getBoundingClientRect();
    return scrollY + box.top - Math.max(innerHeight / 3 - box.height / 2, innerHeight / 8);
  });
}

/** Moves the page to a height that may still change while skipped parts of it are laid out. @param {() => number} height */
function glide(height) {
  const [start, from] = [performance.now(), scrollY];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(height() - from) > 4 * innerHeight;
  const step = () => {
    const t = still ? 1 : Math.min(1, (performance.now() - start) / CALM);
    scrollTo({ top: from + (height() - from) * (1 - (1 - t) ** 3), behavior: "instant" });
    if (t < 1) requestAnimationFrame(step);
    else requestAnimationFrame(() => scrollTo({ top: height(), behavior: "instant" }));
  };
  step();
}
