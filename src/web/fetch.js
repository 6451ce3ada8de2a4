// Fetches files, each failing for itself.

// The applications of the page read the same texts: what one has fetched, the others take from here.
const kept = (globalThis[Symbol.for('arctic-cable-map files')] ??= new Map());

async function get(path) {
  try {
    const response = await fetch(path);
    if (!response.ok) return String(response.status);
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    // What the browser says is in English, whatever the page speaks; its console has it.
    return '?';
  }
}

function keep(path) {
  const file = get(path);
  if (path.endsWith('json')) {
    kept.set(path, file);
    // What did not come may come another time.
    file.then((bytes) => typeof bytes === 'string' && kept.delete(path));
  }
  return file;
}

const take = (path) => kept.get(path) ?? keep(path);

/** Fetches all files at once: a Uint8Array for each that came, the reason for each that did not. */
export function fetchAll(paths, isKept, then) {
  Promise.all(paths.map(isKept ? take : keep)).then(then);
}
