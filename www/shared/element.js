//! Elements without markup strings: text enters the document as text only.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | undefined | ((event: any) => void) | Record<string, string>} Value */

/**
 * Makes an element. A property that starts with `on` is a listener, `class` is the class,
 * `data` holds data attributes, `style` custom properties; `false` and `null` leave an attribute out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, Value>} [properties]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (name === "data" && typeof value === "object") Object.assign(made.dataset, value);
    else if (name === "style" && typeof value === "object") for (const [key, of] of Object.entries(value)) made.style.setProperty(key, of);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) made.append(child);
  return made;
}

/** Sets the text of an element that holds nothing else. A text that is changed costs less than a new one. @param {Element} holder @param {string} words */
export function reword(holder, words) {
  const { firstChild } = holder;
  if (!(firstChild instanceof Text)) holder.textContent = words;
  else if (firstChild.data !== words) firstChild.data = words;
}

/** The one element with this id; its absence is a fault of the page. @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return /** @type {T} */ (found);
}
