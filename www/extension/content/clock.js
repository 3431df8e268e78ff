//! Work in slices: the page is never kept busy for longer than a blink.
// These scripts are injected one after another into the extension's own world of the page and share
// its globals. They may be injected again, so only functions and `var` stand at the top.

/** Milliseconds of work before the page gets its turn. */
var SLICE = 24;

/** @typedef {{ due: () => boolean, pause: () => Promise<void> }} Clock */

/**
 * Says when a slice is over, and waits for the page's turn to pass:
 * `if (clock.due()) await clock.pause();`
 * @returns {Clock}
 */
function startClock() {
  let end = performance.now() + SLICE;
  return {
    due: () => performance.now() > end,
    pause: async () => {
      await nextTask();
      end = performance.now() + SLICE;
    },
  };
}

/** A task of its own; unlike a timer it is not slowed down in nested calls. @returns {Promise<void>} */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
