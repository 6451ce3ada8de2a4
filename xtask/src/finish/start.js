// Starts the application: loads the wasm, checked against its hash, and hands over to it.
import init, { map } from "./{js}";

const { dataset } = document.getElementById("map");
const wasm = new URL("./{wasm}", import.meta.url);

dataset.state = "loading";
if (window.parent !== window) import(new URL("./{frame}", import.meta.url));

// A wasm that traps is lost with the part of the page that it drives. While nobody has touched the page nothing else can be:
// it starts anew, once. On a busy machine about one page in a hundred trapped so in WebKit, and none in other browsers.
function again({ error = undefined, reason = error }) {
  const isUntouched = navigator.userActivation?.hasBeenActive === false;
  const isAgain = performance.getEntriesByType("navigation")[0]?.type === "reload";
  if (reason instanceof WebAssembly.RuntimeError && isUntouched && !isAgain) location.reload();
}
for (const wrong of ["error", "unhandledrejection"]) addEventListener(wrong, again);

init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => map()).catch((error) => {
  // The poster stays on screen; whoever watches #map learns that nothing more will come.
  if (dataset.state !== "ready") dataset.state = "failed";
  throw error;
});
