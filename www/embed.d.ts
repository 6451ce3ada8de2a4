// Types of what a page that holds the map may rely on: <cable-map>, the messages between windows, and
// `window.cableMap` inside the map's own page.

/** The keys of a link; what is left out is the default. */
export interface CableMapState {
  view?: string;
  morph?: string;
  at?: string;
  layers?: string;
  sel?: string;
  status?: string;
  owner?: string;
  year?: string;
  country?: string;
  length?: string;
  through?: string;
  from?: string;
  to?: string;
  via?: string;
  cut?: string;
  story?: string;
  step?: string;
  plan?: string;
  lang?: string;
  theme?: string;
  ui?: string;
}

/** Keys to take over; `null` is the default. */
export type CableMapChange = { [key in keyof CableMapState]?: string | number | null };

/** What a page sends to the frame. `id` comes back with the answer. */
export type CableMapRequest = { cableMap: 1; id: string | number } & (
  | { type: "getState" }
  | { type: "setState"; state: CableMapChange }
  | { type: "subscribe" }
);

/** What the frame sends to the page that holds it: answers with an `id`, tidings without. */
export type CableMapMessage = { cableMap: 1 } & (
  | { type: "getState" | "setState" | "subscribe"; id: string | number; state: CableMapState }
  | { type: "error"; id?: string | number; code: "failed" | "unknown-type" | "too-many-problems" }
  | { type: "ready"; version: string; state: CableMapState }
  | { type: "statechange"; state: CableMapState }
  | { type: "select"; sel: string | null }
  | { type: "height"; height: number }
);

/** The element that `embed.js` defines. Its attributes are the keys of a link, `height`, `src`, `label` and `sandbox`. */
export interface CableMapElement extends HTMLElement {
  getState(): Promise<CableMapState>;
  setState(state: CableMapChange): Promise<CableMapState>;
  addEventListener(type: "ready" | "statechange", listener: (event: CustomEvent<CableMapState>) => void): void;
  addEventListener(type: "select", listener: (event: CustomEvent<string | null>) => void): void;
  addEventListener(type: "error", listener: (event: CustomEvent<string>) => void): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

/** A picture of the view: what stands around it, its theme, and what of it is left out. */
export interface CableMapPicture {
  sheet?: "around" | "none" | "slide" | "a4-landscape" | "a4-portrait" | "a3-landscape" | "a3-portrait";
  theme?: "light" | "dark";
  legend?: boolean;
  title?: boolean;
}

export interface CableMapProblem {
  level: string;
  code: string;
  message: string;
  where: string;
}

/** `window.cableMap` in the map's own page. */
export interface CableMapApi extends EventTarget {
  readonly version: string;
  getState(): CableMapState;
  setState(state: CableMapChange): Promise<CableMapState>;
  project(place: [lon: number, lat: number]): [x: number, y: number] | null;
  unproject(point: [x: number, y: number]): [lon: number, lat: number] | null;
  featuresAt(point: [x: number, y: number]): { kind: string; id: string }[];
  problems(): CableMapProblem[];
  /** Metres at positions `[lon, lat, lon, lat, …]`, `NaN` where no depth is known; there once depths are loaded. */
  depths?(flat: ArrayLike<number>): Float64Array | undefined;
  /** Shows a layer of one's own; there once the lists are. */
  addGeoJson?(name: string, text: string): { layer: string; added: number; problems: CableMapProblem[] };
  exportSvg(wish?: CableMapPicture): Promise<string>;
  /** A picture of that size, from 64 to 8192 pixels a side. */
  exportPng(wish?: CableMapPicture & { width?: number; height?: number }): Promise<Blob>;
  data(format: "geojson" | "csv"): Promise<string>;
  cite(): Promise<{ text: string; bibtex: string; link: string }>;
  stats(): { frames: number; vertices: number; scriptMs: number; paintedAt: number };
}

declare global {
  interface Window {
    cableMap?: CableMapApi;
  }
  interface HTMLElementTagNameMap {
    "cable-map": CableMapElement;
  }
}
