// Starts the seabed: loads its wasm, checked against its hash. `Seabed` can be used when `ready` is kept.
import init from "./{js}";
export { Seabed } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

export const ready = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) });
