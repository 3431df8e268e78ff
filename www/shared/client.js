//! Promise in front of the worker: start, cancel, replace.

import { VERSION } from "./protocol.js";

/** @typedef {import("./protocol.js").Analysis} Analysis */
/** @typedef {import("./protocol.js").Answer} Answer */
/** @typedef {"type" | "crashed" | "stuck" | "unavailable"} Code */

/** Why there is no analysis. The text is untouched and the next call gets a fresh worker. */
export class AnalysisError extends Error {
  /** @param {Code} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "AnalysisError";
    this.code = code;
  }
}

/**
 * @typedef {object} Job
 * @property {number} id
 * @property {string} text
 * @property {import("./protocol.js").Sentence[]} sentences
 * @property {import("./protocol.js").Entity[]} entities
 * @property {(share: number) => void} onProgress
 * @property {(analysis: Analysis) => void} resolve
 * @property {(reason: unknown) => void} reject
 * @property {ReturnType<typeof setTimeout>} timer
 */

/** A worker that a page started before its modules were there. @typedef {{ address: string, worker: Worker, failed: boolean }} Started */

/** A core that is silent for this long plus as long again for every million units is stuck. */
const PATIENCE = 20_000;

/**
 * Starts a worker at `url` at once and returns what talks to it.
 *
 * `analyze` rejects with the signal's reason when it is cancelled, else with an `AnalysisError`.
 * A wasm call cannot be interrupted, so to cancel means to replace the worker; calls that were
 * waiting behind the cancelled one are sent again.
 *
 * @param {{ url: URL, policy?: string, patience?: number, started?: Started }} options `policy` names the
 *   Trusted Types policy; `started` is a worker to take over, with the address that it was started from
 */
export function createClient({ url, policy = "zubda-worker", patience = PATIENCE, started }) {
  const address = started?.address ?? trusted(url, policy);
  /** @type {Map<number, Job>} */
  const jobs = new Map();
  /** @type {Worker | null} */
  let worker = started && !started.failed ? hold(started.worker) : start();
  let next = 0;

  function start() {
    return hold(new Worker(/** @type {string} */ (address), { type: "module" }));
  }

  /** @param {Worker} fresh */
  function hold(fresh) {
    fresh.onmessage = ({ data }) => fresh === worker && hear(data);
    fresh.onerror = (event) => fresh === worker && lose("unavailable", event.message || "the worker could not start");
    fresh.onmessageerror = () => fresh === worker && lose("crashed", "an answer could not be read");
    return fresh;
  }

  /** Ends the worker; a new one starts with the next call, or now for the calls that wait. */
  function replace() {
    worker?.terminate();
    worker = null;
    for (const job of jobs.values()) send(job);
  }

  /** @param {Code} code @param {string} message */
  function lose(code, message) {
    for (const job of [...jobs.values()]) settle(job).reject(new AnalysisError(code, message));
    replace();
  }

  /** @param {Job} job */
  function settle(job) {
    clearTimeout(job.timer);
    jobs.delete(job.id);
    return job;
  }

  /** @param {Job} job */
  function send(job) {
    worker ??= start();
    job.sentences = [];
    job.entities = [];
    watch(job);
    worker.postMessage({ type: "text", version: VERSION, id: job.id, text: job.text });
  }

  /** @param {Job} job */
  function watch(job) {
    clearTimeout(job.timer);
    const wait = patience * (1 + job.text.length / 1_000_000);
    job.timer = setTimeout(() => {
      settle(job).reject(new AnalysisError("stuck", `no answer in ${Math.round(wait)} ms`));
      replace();
    }, wait);
  }

  /** @param {Answer} answer */
  function hear(answer) {
    if (answer.type === "ready") return;
    const job = jobs.get(answer.id);
    if (!job) return;
    if (answer.type === "part") {
      for (const sentence of answer.sentences) job.sentences.push(sentence);
      for (const entity of answer.entities) job.entities.push(entity);
      watch(job);
      job.onProgress(answer.share);
    } else if (answer.type === "done") {
      const { keywords, words, arabic } = answer;
      settle(job).resolve({ sentences: job.sentences, entities: job.entities, keywords, words, arabic });
    } else {
      settle(job).reject(new AnalysisError(answer.code, answer.message));
      replace(); // a trap may leave the core's memory in any state
    }
  }

  /**
   * @param {string} text
   * @param {{ signal?: AbortSignal, onProgress?: (share: number) => void }} [options]
   * @returns {Promise<Analysis>}
   */
  function analyze(text, { signal, onProgress = () => {} } = {}) {
    if (typeof text !== "string") return Promise.reject(new AnalysisError("type", `text must be a string, not ${typeof text}`));
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      next += 1;
      /** @type {Job} */
      const job = { id: next, text, sentences: [], entities: [], onProgress, resolve, reject, timer: setTimeout(() => {}, 0) };
      jobs.set(job.id, job);
      send(job);
      signal?.addEventListener("abort", () => {
        if (!jobs.has(job.id)) return;
        settle(job).reject(signal.reason);
        replace();
      }, { once: true });
    });
  }

  return { analyze, close: () => lose("unavailable", "closed") };
}

/** @typedef {ReturnType<typeof createClient>} Client */

/**
 * The address in the form that `new Worker` takes where Trusted Types are enforced.
 * @param {URL} url @param {string} name
 */
function trusted(url, name) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  return types ? types.createPolicy(name, { createScriptURL: (/** @type {string} */ address) => address }).createScriptURL(url.href) : url.href;
}
