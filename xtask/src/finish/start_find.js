// Starts the panels for finding: loads their wasm, checked against its hash. `ready` is kept when they are there.
import init, { find } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

export const ready = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => find());
