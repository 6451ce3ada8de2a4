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

/** Publishes the object with its methods. */
export function publish(version, calls) {
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
