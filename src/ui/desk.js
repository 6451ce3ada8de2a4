// What the map does for the desk: it opens it when there is time, and hears what it finds.

/** Calls `f` when the page has nothing better to do, or after a while: a frame is not always told that it is idle. Never where
 * the reader asks to save data. */
export function whenIdle(f) {
  if (navigator.connection?.saveData) return;
  (window.requestIdleCallback ?? setTimeout)(f, { timeout: 4000 });
}

/** Calls `then` with what the desk finds wrong with the data, whenever that changes. */
export function onFound(then) {
  window.cableMap.addEventListener('found', (event) => then(event.detail));
}
