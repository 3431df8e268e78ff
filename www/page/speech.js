//! Reads the summary aloud, sentence by sentence, with voices of this device only: others would send the text away.

import { byId } from "./shared/element.js";

/**
 * @param {{ voice: () => import("./shared/i18n.js").Voice, sentences: () => { text: string, show: () => void }[] }} options
 */
export function createSpeech({ voice, sentences }) {
  const button = byId("speak");
  const synthesis = globalThis.speechSynthesis;
  let speaking = false;
  /** Which reading this is: what an ended one still says of itself is nothing to the next. */
  let turn = 0;
  /** Browsers forget an utterance that nobody holds, and never say that it ended. @type {SpeechSynthesisUtterance[]} */
  const held = [];

  function local() {
    return synthesis?.getVoices().find(({ lang, localService }) => localService && /^ar\b/i.test(lang)) ?? null;
  }

  /** A browser may know its voices late. */
  function offer() {
    button.hidden = local() === null;
  }

  function dress() {
    const name = voice().say(speaking ? "speakStop" : "speak");
    button.setAttribute("aria-pressed", String(speaking));
    button.setAttribute("aria-label", name);
    button.title = name;
  }

  function stop() {
    if (!speaking) return;
    speaking = false;
    turn += 1;
    held.length = 0;
    synthesis.cancel();
    dress();
  }

  /** One utterance a sentence: browsers cut long ones off. @param {{ text: string, show: () => void }[]} rest */
  function next(rest) {
    const [first, ...others] = rest;
    const chosen = local();
    if (!speaking || !first || !chosen) return stop();
    const utterance = new SpeechSynthesisUtterance(first.text);
    utterance.voice = chosen;
    utterance.lang = chosen.lang;
    const mine = turn;
    utterance.onend = () => mine === turn && next(others);
    utterance.onerror = () => mine === turn && stop();
    held[0] = utterance;
    first.show();
    synthesis.speak(utterance);
  }

  if (synthesis) {
    offer();
    synthesis.addEventListener?.("voiceschanged", offer);
    addEventListener("pagehide", stop);
  }
  button.addEventListener("click", () => {
    if (speaking) return stop();
    speaking = true;
    dress();
    next(sentences());
  });
  return { stop, dress };
}
