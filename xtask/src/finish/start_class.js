// Starts the class: loads its wasm, checked against its hash. `ready` is kept when its panels are there.
import init, { openClass } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

export const ready = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => openClass());
