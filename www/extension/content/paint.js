//! Marks in the page: ranges with a name, drawn by the browser over text that is not touched.
//! A mark is exact or it goes: when the page changes under it, it is dropped, never moved.

/**
 * @typedef {Stretch & { id: number }} MarkedSentence
 * @typedef {Stretch & { family: string }} MarkedName
 * @typedef {{ sentences: MarkedSentence[], names: MarkedName[], style: "ground" | "line" }} Marking
 * @typedef {{ range: Range, block: Placed, layer: string, id: number }} Mark  `id` is -1 for a name
 * @typedef {{ mark: (marking: Marking) => number[], show: (stretch: Stretch & { id: number }) => boolean, clear: () => void, hit: (x: number, y: number, shown: Document) => number }} Painter
 */

/** So many names are marked at most; a page with more is a list, and marks would only slow it down. */
var MOST_NAMES = 5000;

/** What marks.css dresses, from the ground up. */
var LAYERS = ["sentence", "line", "now", "person", "place", "organization", "nationality", "event", "date", "number", "money"];

/**
 * @param {Placed[]} blocks
 * @param {(dropped: number[]) => void} onDrop the sentences whose marks went
 * @returns {Painter}
 */
function createPainter(blocks, onDrop) {
  /** @type {Mark[]} */
  let marks = [];
  const prints = new Map(blocks.map((placed) => [placed, fingerprint(placed.block)]));
  /** Blocks by the element they stand in. @type {Map<Node, Placed[]>} */
  const homes = new Map();
  for (const placed of blocks) gather(homes, placed.block.box.element, placed);
  /** What was compared since the last mutation. @type {Map<Placed, boolean>} */
  const fresh = new Map();
  const scheme = blocks[0] && isLightText(blocks[0].block) ? "dark" : "light";
  const roots = new Set(blocks.map(({ block }) => block.pieces[0].node.getRootNode()));
  const observer = new MutationObserver((records) => check(records));

  /** @param {Marking} marking */
  function mark({ sentences, names, style }) {
    clear();
    fresh.clear();
    const ground = style === "line" ? "line" : "sentence";
    marks = [
      ...sentences.flatMap(({ start, end, id }) => place({ start, end }, ground, id)),
      ...names.slice(0, MOST_NAMES).flatMap(({ start, end, family }) => place({ start, end }, family, -1)),
    ];
    draw();
    for (const root of roots) observer.observe(root, { subtree: true, childList: true, characterData: true });
    const placed = new Set(marks.map(({ id }) => id));
    return sentences.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
  }

  /** @param {Stretch} stretch @param {string} layer @param {number} id @returns {Mark[]} */
  function place(stretch, layer, id) {
    const all = rangesOf(blocks, stretch).filter(({ block }) => isUnchanged(block));
    return all.map(({ range, block }) => ({ range, block, layer, id }));
  }

  /** @param {Placed} placed */
  function isUnchanged(placed) {
    let same = fresh.get(placed);
    if (same === undefined) {
      const print = fingerprint(placed.block);
      same = print !== null && print === prints.get(placed);
      fresh.set(placed, same);
    }
    return same;
  }

  /** Hands the ranges to the browser, each to the document it stands in. */
  function draw() {
    erase();
    /** @type {Map<string, Mark[]>} */
    const layers = new Map();
    for (const each of marks) gather(layers, each.layer, each);
    for (const [layer, all] of layers) {
      /** @type {Map<any, Range[]>} */
      const views = new Map();
      for (const { range } of all) {
        const view = range.startContainer.ownerDocument?.defaultView;
        if (view) gather(views, view, range);
      }
      for (const [view, ranges] of views) {
        if (!view.CSS?.highlights) continue;
        const highlight = new view.Highlight(...ranges);
        highlight.priority = Math.min(3, LAYERS.indexOf(layer) + 1);
        view.CSS.highlights.set(`zubda-${scheme}-${layer}`, highlight);
      }
    }
  }

  function erase() {
    for (const view of views()) {
      // By name: Firefox does not let these scripts go through the page's registry.
      for (const layer of LAYERS) view.CSS.highlights.delete(`zubda-${scheme}-${layer}`);
    }
  }

  /** @returns {Set<any>} */
  function views() {
    const all = blocks.map(({ block }) => /** @type {any} */ (block.pieces[0].node.ownerDocument.defaultView));
    return new Set([globalThis, ...all].filter((view) => view?.CSS?.highlights));
  }

  function clear() {
    observer.disconnect();
    marks = [];
    erase();
  }

  /** Drops the marks of every block that is no longer what was read. @param {MutationRecord[]} records */
  function check(records) {
    /** @type {Set<Placed>} */
    const touched = new Set();
    for (const { target } of records) {
      for (let node = /** @type {Node | null} */ (target); node; node = node.parentNode) {
        const inside = homes.get(node);
        if (inside) {
          for (const placed of inside) touched.add(placed);
          break;
        }
      }
    }
    for (const placed of touched) fresh.delete(placed);
    const gone = new Set(marks.filter(({ block, range }) => !range.startContainer.isConnected || (touched.has(block) && !isUnchanged(block))));
    if (gone.size === 0) return;
    marks = marks.filter((each) => !gone.has(each));
    draw();
    const dropped = [...new Set([...gone].map(({ id }) => id).filter((id) => id >= 0))];
    if (dropped.length > 0) onDrop(dropped);
  }

  /** Scrolls to a stretch and rings it. @param {Stretch & { id: number }} stretch */
  function show({ start, end, id }) {
    fresh.clear();
    const found = place({ start, end }, "now", id);
    if (!found[0]) return false;
    bringIntoView(found[0].range);
    marks = [...marks.filter(({ layer }) => layer !== "now"), ...found];
    draw();
    return true;
  }

  /** The id of the marked sentence under a point of a document's window, or -1. @param {number} x @param {number} y @param {Document} shown */
  function hit(x, y, shown) {
    for (const { range, id } of marks) {
      if (id < 0 || range.startContainer.ownerDocument !== shown) continue;
      if ([...range.getClientRects()].some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)) return id;
    }
    return -1;
  }

  return { mark, show, clear, hit };
}

/** @template K, V @param {Map<K, V[]>} lists @param {K} key @param {V} value */
function gather(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The page's text is lighter than what lies behind it. @param {Block} block */
function isLightText(block) {
  const element = block.pieces[0].node.parentElement;
  const [red, green, blue] = (element ? getComputedStyle(element).color.match(/[\d.]+/g) ?? [] : []).map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue > 140;
}

/** Brings a range to the middle of everything that scrolls around it, at once. @param {Range} range */
function bringIntoView(range) {
  let element = /** @type {Element | null} */ (range.startContainer.parentElement);
  for (; element; element = element.parentElement ?? hostOf(element)) {
    const style = getComputedStyle(element);
    if (!/auto|scroll/.test(style.overflowY) || element.scrollHeight <= element.clientHeight || element === element.ownerDocument.documentElement || element === element.ownerDocument.body) continue;
    const [inner, outer] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    element.scrollTop += inner.top - outer.top - (element.clientHeight - Math.min(inner.height, element.clientHeight)) / 2;
  }
  const view = range.startContainer.ownerDocument?.defaultView;
  if (!view) return;
  const place = range.getBoundingClientRect();
  view.scrollBy({ top: place.top - (view.innerHeight - Math.min(place.height, view.innerHeight)) / 2, behavior: "instant" });
  view.frameElement?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** @param {Element} element @returns {Element | null} */
function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
