// The desk: the panels for reading, a second application that is fetched when it is wanted or when there is time.

let opening;
let desk;

/** Opens the desk once; says then what kept it from opening, if anything did: another call tries again. */
export function openDesk(then) {
  opening ??= import(new URL(document.getElementById('map').dataset.desk, document.baseURI)).then(async (module) => {
    await module.ready;
    desk = module;
  });
  opening.then(() => then(), (error) => {
    opening = undefined;
    then(String(error?.message ?? error));
  });
}

/** The packed form of a file of GeoJSON, with the desk open. */
export function packed(file, isLines, bytes) {
  return desk.pack(file, isLines, bytes);
}

/** Calls `f` when the page has nothing better to do; never where the reader asks to save data. */
export function whenIdle(f) {
  if (navigator.connection?.saveData) return;
  (window.requestIdleCallback ?? setTimeout)(f);
}

/** Calls `then` with what the desk finds wrong with the data, whenever that changes. */
export function onFound(then) {
  window.cableMap.addEventListener('found', (event) => then(event.detail));
}
