// What the desk asks of the map: nothing that `window.cableMap` does not offer to every script.

/** The map's state. */
export function getState() {
  return window.cableMap.getState();
}

/** Sets the map's state. */
export function setState(state) {
  window.cableMap.setState(state);
}

/** Calls `then` with the state whenever it changes. */
export function onState(then) {
  window.cableMap.addEventListener('statechange', (event) => then(event.detail));
}

/** Tells the map what is wrong with the data. */
export function tell(problems) {
  window.cableMap.dispatchEvent(new CustomEvent('found', { detail: problems }));
}
