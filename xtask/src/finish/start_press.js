// Starts the press: loads its wasm, checked against its hash. `press` is kept with its functions.
import init, { press as open } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);
const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });

export const press = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) })
  .then(() => open(canvas.getContext("2d")));
