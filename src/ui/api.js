// `window.cableMap`: what scripts of the page may rely on. The names are those of the README.

class CableMap extends EventTarget {
  constructor(version, calls) {
    super();
    this.version = version;
    for (const name of Object.keys(calls)) {
      Object.defineProperty(this, name, { value: calls[name], enumerable: true });
    }
  }
}

// What is shown besides the state: the press, an application of its own that is fetched when somebody exports, draws it too.
const shown = { over: {} };

/** Publishes the object with its methods. */
export function publish(version, calls) {
  const { only, draw } = calls;
  calls.only = (ids) => only(shown.only = ids);
  calls.draw = (name, features) => draw(name, shown.over[name] = features);
  for (const name of ['exportSvg', 'exportPng', 'data', 'cite']) {
    calls[name] = async (wish) => {
      const { press } = await import(new URL(document.getElementById('map').dataset.press, document.baseURI));
      return (await press)[name](wish, shown);
    };
  }
  window.cableMap = new CableMap(version, calls);
}

/** Sends one of its events. */
export function send(type, detail) {
  window.cableMap?.dispatchEvent(new CustomEvent(type, { detail }));
}

/** A promise kept after the next frame has been painted. */
export function afterPaint(value) {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(value()))));
}
