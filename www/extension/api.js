//! All that the extension uses of the browser, under one name in Chrome and Firefox.

/**
 * @typedef {{ id: number, windowId: number, url?: string }} Tab `url` is known only where a press granted it
 * @typedef {{ postMessage: (message: unknown) => void, disconnect: () => void, onMessage: Event<[any]>, onDisconnect: Event<[any]> }} Port
 * @typedef {{ menuItemId: string, selectionText?: string }} MenuClick
 * @typedef {{ get: (key: string) => Promise<Record<string, unknown>>, set: (items: Record<string, unknown>) => Promise<void> }} StorageArea
 */
/** @template {unknown[]} T @typedef {{ addListener: (listen: (...about: T) => unknown) => void, removeListener: (listen: (...about: T) => unknown) => void }} Event */

/**
 * @typedef {object} Api
 * @property {{ onClicked: Event<[Tab]> }} action
 * @property {{ create: (item: { id: string, title: string, contexts: string[] }) => void, removeAll: () => Promise<void>, onClicked: Event<[MenuClick, Tab | undefined]> }} contextMenus
 * @property {{ getMessage: (key: string) => string }} i18n
 * @property {{ getAll: () => Promise<{ name?: string, shortcut?: string }[]> }} commands
 * @property {{ onInstalled: Event<[]>, onStartup: Event<[]>, onMessage: Event<[any, unknown, (answer: unknown) => void]>, sendMessage: (message: unknown) => Promise<any>, openOptionsPage: () => Promise<void>, getManifest: () => { version: string } }} runtime
 * @property {{ executeScript: (injection: { target: { tabId: number }, files: string[] }) => Promise<unknown>, insertCSS: (injection: { target: { tabId: number, allFrames?: boolean }, files: string[] }) => Promise<void> }} scripting
 * @property {{ open: (options: { windowId: number }) => Promise<void> }} [sidePanel] Chrome
 * @property {{ open: () => Promise<void> }} [sidebarAction] Firefox
 * @property {{ local: StorageArea, onChanged: Event<[unknown]> }} storage
 * @property {{ connect: (tabId: number, options: { name: string, frameId: number }) => Port, onActivated: Event<[{ tabId: number, windowId: number }]> }} tabs
 * @property {{ getCurrent: () => Promise<{ id: number }> }} windows
 */

/** @type {Api} */
export const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
