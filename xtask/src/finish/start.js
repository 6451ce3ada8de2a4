// Starts the application: loads the wasm, checked against its hash, and hands over to it.
import init from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);

try {
  await init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) });
} catch (error) {
  // The poster stays on screen; whoever watches #map learns that nothing more will come.
  const map = document.getElementById("map");
  if (map && map.dataset.state !== "ready") map.dataset.state = "failed";
  throw error;
}
