// Starts the planner: loads its wasm, checked against its hash. `ready` is kept when it is there.
import init, { plan } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

export const ready = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => plan());
