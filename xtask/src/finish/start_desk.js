// Starts the desk: loads its wasm, checked against its hash. `ready` is kept when its panels are there, and `pack` can be used then.
import init, { desk, pack } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

export const ready = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => desk());
export { pack };
