// What is asked of the map: nothing that `window.cableMap` does not offer to every script.

/** The map's state. */
export function getState() {
  return window.cableMap.getState();
}

/** Sets the map's state. */
export function setState(state) {
  window.cableMap.setState(state);
}

/** Milliseconds between two states of which only the map's place differs: no panel needs to know each frame. */
const MOVING_MS = 100;

/** Calls `then` with the state when it changed: at once, or, while the map only moves, now and then. */
export function onState(then) {
  let known = '', later;
  const tell = () => {
    clearTimeout(later);
    later = undefined;
    then(getState());
  };
  window.cableMap.addEventListener('statechange', ({ detail: { at, morph, ...rest } }) => {
    const now = JSON.stringify(rest), moves = now === known;
    known = now;
    if (moves) later ??= setTimeout(tell, MOVING_MS);
    else tell();
  });
}

/** Calls an application beside the map that is open: it comes to the front. */
export function call(name) {
  window.cableMap.dispatchEvent(new Event(`call-${name}`));
}

/** Calls `then` when the application of that name is called. */
export function onCall(name, then) {
  window.cableMap.addEventListener(`call-${name}`, () => then());
}

/** Has the map show the systems of these ids, or, with null, all. */
export function only(ids) {
  window.cableMap.only(ids);
}

/** Lays features over the cables, in place of those of the same name: `[{style, line: Float64Array}]`. */
export function draw(name, features) {
  window.cableMap.draw(name, features);
}

/** The depths in metres at positions `[lon, lat, …]`; nothing as long as no grid is loaded. */
export function depths(flat) {
  return window.cableMap.depths?.(flat);
}

/** Calls `then` when another grid of depths is there. */
export function onSeabed(then) {
  window.cableMap.addEventListener('seabed', () => then());
}

/** Tells the map what is wrong, in place of what the same teller told before. */
export function tell(teller, problems) {
  const told = { ...window.cableMap.told, [teller]: problems };
  window.cableMap.told = told;
  window.cableMap.dispatchEvent(new CustomEvent('found', { detail: Object.values(told).flat() }));
}
