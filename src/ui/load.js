// Fetches files, each failing for itself.

async function one(path) {
  try {
    const response = await fetch(path);
    if (!response.ok) return `${response.status} ${response.statusText}`.trim();
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    return String(error.message ?? error);
  }
}

/** Fetches all files at once: a Uint8Array for each that came, the reason for each that did not. */
export function fetchAll(paths, then) {
  Promise.all(paths.map(one)).then(then);
}
