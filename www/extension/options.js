//! The options: each is saved as it is set.

import { api } from "./api.js";
import { label } from "./labels.js";
import { loadMarking, loadPrefs, saveMarking, savePrefs } from "./settings.js";
import { byId, element } from "./shared/element.js";
import { dress } from "./shared/prefs.js";
import { FAMILIES } from "./shared/protocol.js";
import { fillWords, speakHere } from "./words.js";

let [prefs, marking] = await Promise.all([loadPrefs(), loadMarking()]);
let voice = speakHere(prefs.language, prefs.digits);
const form = /** @type {HTMLFormElement} */ (byId("form"));
const shortcut = (await api.commands.getAll()).find(({ name }) => name === "_execute_action")?.shortcut ?? "";

/** @param {string} name @returns {HTMLInputElement} */
function field(name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

function show() {
  dress(prefs, document.documentElement);
  voice = speakHere(prefs.language, prefs.digits);
  label(document, voice);
  fillWords(document, voice);
  document.title = voice.word("optionsTitle");
  field("length").value = marking.length === null ? "usual" : "fixed";
  if (marking.length !== null) field("count").value = String(marking.length);
  field("style").value = marking.style;
  field("theme").value = prefs.theme;
  field("language").value = prefs.language;
  byId("kinds").setAttribute("aria-label", voice.word("kindsOption"));
  byId("kinds").replaceChildren(...FAMILIES.map((each) =>
    element("button", { class: "chip", type: "button", data: { family: each }, "aria-pressed": String(!prefs.hidden.includes(each)), onclick: () => toggle(each) },
      element("span", { class: `sample ${each}` }, voice.say(`${each}s`)))));
  byId("chord").replaceChildren(...(shortcut ? shortcut.split("+").map((key) => element("kbd", {}, key)) : [voice.word("shortcutNone")]));
  byId("chord").dir = shortcut ? "ltr" : "auto";
}

/** @param {import("./shared/protocol.js").Family} each */
async function toggle(each) {
  prefs = { ...prefs, hidden: prefs.hidden.includes(each) ? prefs.hidden.filter((other) => other !== each) : [...prefs.hidden, each] };
  await save();
  const chip = byId("kinds").querySelector(`[data-family="${each}"]`);
  if (chip instanceof HTMLElement) chip.focus();
}

async function save() {
  await Promise.all([savePrefs(prefs), saveMarking(marking)]);
  show();
  byId("saved").textContent = voice.word("saved");
}

form.addEventListener("change", () => {
  const count = Math.max(1, Math.min(50, Math.round(Number(field("count").value)) || 5));
  marking = { ...marking, length: field("length").value === "fixed" ? count : null, style: field("style").value === "line" ? "line" : "ground" };
  const theme = field("theme").value;
  const language = field("language").value === "en" ? "en" : "ar";
  if (language !== prefs.language) prefs = { ...prefs, language, digits: language === "en" ? "latn" : "arab" };
  prefs = { ...prefs, theme: theme === "light" || theme === "dark" ? theme : "system" };
  save();
});
form.addEventListener("submit", (event) => event.preventDefault());
show();
