// Keeps the map on the reader's device, and removes it again: the only place that registers the service worker.

const keep = document.getElementById("keep");
const remove = document.getElementById("remove");
const status = document.getElementById("status");
/** Names of caches begin so; the folder keeps two maps on one host apart. */
const PREFIX = `arctic-cable-map ${new URL("./", location.href).pathname} `;

const here = () => navigator.serviceWorker.getRegistration("./");

/** Waits until a worker has everything, or has given up. */
function settled(worker) {
  return new Promise((done) => {
    const look = () => ["activated", "redundant"].includes(worker.state) && done(worker.state === "activated");
    worker.addEventListener("statechange", look);
    look();
  });
}

async function show(text) {
  const kept = Boolean((await here())?.active);
  keep.hidden = kept;
  remove.hidden = !kept;
  status.textContent = text ?? (kept ? "The map is on this device." : "The map is not on this device.");
}

/** Does what a button says; tells in words what went wrong. */
async function attempt(work) {
  keep.disabled = remove.disabled = true;
  status.textContent = "One moment …";
  try {
    await show(await work());
  } catch (error) {
    await show(`That did not work; the map itself does not need it. The browser says: ${error.message}`).catch(() => {});
  }
  keep.disabled = remove.disabled = false;
}

async function fetchAll() {
  const registration = await navigator.serviceWorker.register("./sw.js", { scope: "./", updateViaCache: "none" });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (await settled(worker)) return undefined;
  await registration.unregister();
  return "Not every file could be fetched. Try again with a better network.";
}

async function forget() {
  await (await here())?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
}

keep.addEventListener("click", () => attempt(fetchAll));
remove.addEventListener("click", () => attempt(forget));

try {
  if (!navigator.serviceWorker || !window.caches) throw new Error("no service worker");
  await show();
} catch {
  status.textContent = "This browser does not keep pages, or not here: it takes HTTPS and leave to store things. The map works all the same.";
}
