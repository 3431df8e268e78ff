import type { Analysis } from "./core/zubda.js";

export type { Analysis, Entity, Keyword, Reason, Sentence } from "./core/zubda.js";

/** Where the core comes from. */
export type Source = URL | string | Response | BufferSource | WebAssembly.Module;

/** The loaded core. */
export interface Zubda {
  /**
   * Ranks the sentences of `text` and finds its entities and key phrases. Offsets count UTF-16
   * units: `text.slice(start, end)`. Never fails, whatever the text.
   *
   * @throws TypeError when `text` is no string.
   */
  analyze(text: string): Analysis;
}

/**
 * Loads the core, from where it lies in this package if `source` does not say otherwise. Later
 * calls give what the first has loaded; after a failure the next call tries again.
 */
export function load(source?: Source | Promise<Source>): Promise<Readonly<Zubda>>;
