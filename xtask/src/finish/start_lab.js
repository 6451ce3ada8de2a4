// Starts the connectivity panel: loads its wasm, checked against its hash. `ready` is kept when it is there.
import init, { lab } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

export const ready = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => lab());
