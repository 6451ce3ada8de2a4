// <cable-map>: the map in a page of one's own, as one plain iframe.
//
//   <script src="https://example.org/arctic/embed.js" async></script>
//   <cable-map sel="cable:polar-connect" theme="dark" height="480"></cable-map>
//
// A classic script, so that the host of the map needs no headers. The README lists attributes, methods and events.

const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
const HOME = new URL("./", script?.src || document.baseURI).href;

/** The keys of a link; each is an attribute. */
const KEYS = ["view", "morph", "at", "layers", "sel", "status", "owner", "year", "country", "length", "through", "from", "to", "via", "cut", "story", "step", "plan", "lang", "theme", "ui"];

/** Heights in CSS pixels that a frame may ask for. */
const [LOWEST, HIGHEST] = [120, 4000];
/** The height until the frame has asked for another. */
const FIRST_HEIGHT = 480;

class CableMap extends HTMLElement {
  static observedAttributes = [...KEYS, "height", "src", "label", "sandbox"];

  #frame;
  #origin = "*";
  #wanted = FIRST_HEIGHT;
  #isReady = false;
  #asked = new Map();
  #count = 0;
  #hear = (event) => this.#message(event);
  #fit = () => this.#size();

  connectedCallback() {
    if (getComputedStyle(this).display === "inline") this.style.display = "block";
    addEventListener("message", this.#hear);
    document.addEventListener("fullscreenchange", this.#fit);
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    document.removeEventListener("fullscreenchange", this.#fit);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#isReady = false;
    this.#giveUp("<cable-map> is no longer in the page");
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#frame || before === now) return;
    if (name === "height") this.#size();
    else if (name === "label") this.#frame.title = this.#label();
    else if (name === "src" || name === "sandbox" || !this.#isReady) this.#load();
    else this.setState({ [name]: now ?? (name === "ui" ? "embed" : "") }).catch(() => {});
  }

  /** The state of the map: the keys of a link, defaults left out. */
  getState() {
    return this.#ask({ type: "getState" });
  }

  /** Takes over the keys given, `null` for the default; resolves with the new state. */
  setState(state) {
    const pairs = Object.entries(state ?? {}).map(([key, value]) => [key, value == null ? null : String(value)]);
    return this.#ask({ type: "setState", state: Object.fromEntries(pairs) });
  }

  #label() {
    return this.getAttribute("label") || "Arctic Cable Map";
  }

  /** The address of the frame: only what a page can be fetched from. */
  #address() {
    const asked = this.getAttribute("src");
    const url = new URL(HOME);
    try {
      const other = new URL(asked ?? HOME, document.baseURI);
      if (["http:", "https:", "file:"].includes(other.protocol)) url.href = other.href;
    } catch {
      // No address at all: the map beside this script is shown.
    }
    const given = KEYS.filter((key) => this.getAttribute(key)).map((key) => [key, this.getAttribute(key)]);
    const pairs = given.some(([key]) => key === "ui") ? given : [...given, ["ui", "embed"]];
    const plain = (value) => encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":");
    url.hash = pairs.map(([key, value]) => `${key}=${plain(value)}`).join("&");
    return url;
  }

  #load() {
    const url = this.#address();
    this.#isReady = false;
    this.#frame?.remove();
    const frame = document.createElement("iframe");
    frame.title = this.#label();
    frame.allow = "fullscreen; clipboard-write";
    frame.referrerPolicy = "no-referrer";
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
    const sandbox = this.getAttribute("sandbox");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox || "allow-scripts");
    const isOpaque = sandbox !== null && !sandbox.includes("allow-same-origin");
    this.#origin = isOpaque || url.protocol === "file:" ? "*" : url.origin;
    frame.src = url.href;
    this.#frame = frame;
    this.#size();
    this.append(frame);
  }

  #size() {
    const height = this.getAttribute("height");
    const full = document.fullscreenElement === this;
    const pixels = height > 0 ? Number(height) : this.#wanted;
    if (this.#frame) this.#frame.style.height = full ? "100%" : `${pixels}px`;
  }

  #ask(request) {
    if (!this.#frame) return Promise.reject(new Error("<cable-map> is not in the page"));
    const id = `${(this.#count += 1)}`;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject, request });
      if (this.#isReady) this.#post({ id, ...request });
    });
  }

  #post(message) {
    this.#frame.contentWindow?.postMessage({ cableMap: 1, ...message }, this.#origin);
  }

  #message({ source, origin, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.cableMap !== 1) return;
    if (this.#origin !== "*" && origin !== this.#origin) return;
    const asked = this.#asked.get(data.id);
    if (asked) {
      this.#asked.delete(data.id);
      if (data.type === "error") asked.reject(new Error(`the map refused: ${data.code}`));
      else asked.resolve(data.state);
    } else if (data.type === "ready") {
      this.#isReady = true;
      this.#post({ id: "events", type: "subscribe" });
      for (const [id, { request }] of this.#asked) this.#post({ id, ...request });
      this.#tell("ready", data.state);
    } else if (data.type === "statechange") {
      this.#tell("statechange", data.state);
    } else if (data.type === "select") {
      this.#tell("select", data.sel);
    } else if (data.type === "height" && data.height >= LOWEST && data.height <= HIGHEST) {
      this.#wanted = Math.round(data.height);
      this.#size();
    } else if (data.type === "error") {
      this.#giveUp("the map could not start");
      this.#tell("error", data.code);
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #giveUp(reason) {
    for (const { reject } of this.#asked.values()) reject(new Error(reason));
    this.#asked.clear();
  }
}

if (!customElements.get("cable-map")) customElements.define("cable-map", CableMap);
