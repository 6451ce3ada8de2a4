// Fetches files, each failing for itself.

// The page's two applications read the same texts: what the map has fetched, the desk takes from here.
const kept = (globalThis[Symbol.for('arctic-cable-map files')] ??= new Map());

async function get(path) {
  try {
    const response = await fetch(path);
    if (!response.ok) return `${response.status} ${response.statusText}`.trim();
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    return String(error.message ?? error);
  }
}

function keep(path) {
  const file = get(path);
  if (path.endsWith('json')) kept.set(path, file);
  return file;
}

function take(path) {
  const file = kept.get(path);
  kept.delete(path);
  return file ?? get(path);
}

/** Fetches all files at once: a Uint8Array for each that came, the reason for each that did not. */
export function fetchAll(paths, isKept, then) {
  Promise.all(paths.map(isKept ? take : keep)).then(then);
}
