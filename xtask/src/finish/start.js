// Starts the application: loads the wasm, checked against its hash, and hands over to it.
import init, { map } from "./{js}";

const { dataset } = document.getElementById("map");
const wasm = new URL("./{wasm}", import.meta.url);

dataset.state = "loading";
if (window.parent !== window) import(new URL("./{frame}", import.meta.url));

init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => map()).catch((error) => {
  // The poster stays on screen; whoever watches #map learns that nothing more will come.
  if (dataset.state !== "ready") dataset.state = "failed";
  throw error;
});
