//! Hears the toolbar button, the shortcut and the menu: opens the panel and tells it what was pressed.

import { api } from "./api.js";

/**
 * What the reader asked for. `selected` is the selection's text as the menu knows it, which reaches
 * places no script may enter.
 * @typedef {{ tabId: number, windowId: number, url: string, selection: boolean, selected: string }} Press
 */

/** Presses that no panel has heard yet, by window: a panel that is just opening asks for its own. @type {Map<number, Press>} */
const waiting = new Map();

api.action.onClicked.addListener((tab) => press(tab, false, ""));
api.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
  if (tab) press(tab, menuItemId === "selection", selectionText ?? "");
});
api.runtime.onInstalled.addListener(fillMenu);
api.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message?.type !== "ask") return;
  answer(waiting.get(message.windowId) ?? null);
  waiting.delete(message.windowId);
});

/** @param {import("./api.js").Tab} tab @param {boolean} selection @param {string} selected */
function press({ id: tabId, windowId, url = "" }, selection, selected) {
  // First and without waiting for anything: after an `await` the browser no longer sees the reader's gesture.
  const opened = api.sidePanel ? api.sidePanel.open({ windowId }) : api.sidebarAction?.open();
  opened?.catch(() => {}); // it is open already, or the window has no room for one
  /** @type {Press} */
  const pressed = { tabId, windowId, url, selection, selected };
  waiting.set(windowId, pressed);
  api.runtime.sendMessage({ type: "press", press: pressed }).then(
    (heard) => { if (heard && waiting.get(windowId) === pressed) waiting.delete(windowId); },
    () => {}, // no panel is open yet
  );
}

async function fillMenu() {
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id: "page", title: api.i18n.getMessage("menuPage"), contexts: ["page"] });
  api.contextMenus.create({ id: "selection", title: api.i18n.getMessage("menuSelection"), contexts: ["selection"] });
}
