// The map's side of messages between windows; fetched only where the page stands in a frame. It obeys the window that
// holds the frame and nobody else, passes on texts that the map reads as it reads a link, and never takes markup.

const map = document.getElementById("map");
const host = window.parent;

/** Requests that wait; what comes beyond that is dropped. */
const MOST_WAITING = 200;
/** Keys of a state, and letters of a value, that are looked at. */
const MOST_KEYS = 40;
const MOST_LETTERS = 4000;
/** Values that no link could hold are reported on the page; with so many reported, no more changes are taken. */
const MOST_PROBLEMS = 100;
/** A frame out of sight is not painted; its answer does not wait longer than this. */
const PATIENCE_MS = 500;

const queue = [];
let working = false;
let subscriber;
let told;

function say(message, origin = "*") {
  host.postMessage({ cableMap: 1, ...message }, origin);
}

/** Kept with whether the map can be used, once that is known. */
const started = new Promise((done) => {
  const look = () => {
    const { state } = map.dataset;
    if (state === "ready" || state === "failed") done(state === "ready");
  };
  new MutationObserver(look).observe(map, { attributeFilter: ["data-state"] });
  look();
});

/** The texts of a state that somebody sent. */
function texts(state) {
  if (typeof state !== "object" || state === null) return {};
  const isText = (value) => typeof value === "string" && value.length <= MOST_LETTERS;
  const pairs = Object.entries(state).slice(0, MOST_KEYS);
  const known = pairs.filter(([, value]) => value === null || isText(value) || Number.isFinite(value));
  return Object.fromEntries(known.map(([key, value]) => [key, String(value ?? "")]));
}

/** Does the oldest request, with all changes of the state that follow it without another question between. */
async function next() {
  const requests = [queue.shift()];
  const { type } = requests[0];
  if (type === "setState") {
    while (queue[0]?.type === "setState") requests.push(queue.shift());
    if (window.cableMap.problems().length > MOST_PROBLEMS) return requests.forEach((request) => refuse(request, "too-many-problems"));
    const painted = window.cableMap.setState(Object.assign({}, ...requests.map((request) => request.state)));
    await Promise.race([painted, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  } else if (type === "subscribe") {
    subscriber = requests[0].origin;
  }
  const state = window.cableMap.getState();
  for (const { id, type, origin } of requests) say({ id, type, state }, origin);
}

async function work() {
  if (working) return;
  working = true;
  const usable = await started;
  while (queue.length > 0) {
    if (usable) await next();
    else refuse(queue.shift(), "failed");
  }
  working = false;
}

function refuse({ id, origin }, code) {
  say({ id, type: "error", code }, origin);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== host || data?.cableMap !== 1) return;
  const { id, type } = data;
  const isId = (typeof id === "string" && id.length <= 100) || Number.isFinite(id);
  if (!isId || typeof type !== "string") return;
  const request = { id, type, origin: origin === "null" ? "*" : origin };
  if (!["getState", "setState", "subscribe"].includes(type)) return refuse(request, "unknown-type");
  if (queue.length >= MOST_WAITING) return;
  if (type === "setState") request.state = texts(data.state);
  queue.push(request);
  work();
});

/** How tall the frame had better be for the width that it has: room for the map, and for the sheet below it on a phone. */
function tellHeight() {
  const height = Math.round(Math.min(Math.max(innerWidth * 0.6, 480), 800));
  if (height !== told) say({ type: "height", height });
  told = height;
}

new ResizeObserver(tellHeight).observe(document.documentElement);

started.then((usable) => {
  if (!usable) return say({ type: "error", code: "failed" });
  const { cableMap } = window;
  cableMap.addEventListener("statechange", ({ detail }) => subscriber && say({ type: "statechange", state: detail }, subscriber));
  cableMap.addEventListener("select", ({ detail }) => subscriber && say({ type: "select", sel: detail }, subscriber));
  say({ type: "ready", version: cableMap.version, state: cableMap.getState() });
});
