// The waters: a worker that finds ways through the sea. It fetches the land and the graph around it with the first question, ice
// and depths when a question is about them, and answers one question at a time, the last that was asked.
import init, { Waters } from "./{js}";

const wasm = new URL("./{wasm}", import.meta.url);
const started = init({ module_or_path: fetch(wasm, { integrity: "{integrity}" }) }).then(() => new Waters());

const loaded = new Map();
let wanted;
let isAtWork = false;

/** Fetches a file and has it taken, once; another time where it did not come or was wrong. */
function load({ path, name }, take) {
  if (!loaded.has(name)) {
    const file = fetch(path).then(async (response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`.trim());
      const bytes = new Uint8Array(await response.arrayBuffer());
      const wrong = take(name, bytes);
      if (wrong) throw new Error(wrong);
    });
    loaded.set(name, file);
    file.catch(() => loaded.delete(name));
  }
  return loaded.get(name);
}

/** Answers a question: the way, or why there is none, as numbers; or says what lies over and under a line. */
async function answer({ id, question, line, files }) {
  const waters = await started;
  const say = (step) => postMessage({ id, step });
  if (!loaded.has(files.graph.name)) say("fetching");
  await load(files.land, (name, bytes) => waters.land(name, bytes));
  if (!loaded.has(files.graph.name)) say("reading");
  await load(files.graph, (name, bytes) => waters.graph(name, bytes)).catch((error) => {
    // The land has gone with it.
    loaded.delete(files.land.name);
    throw error;
  });
  for (const ice of files.ice) await load(ice, (name, bytes) => waters.ice(ice.month, name, bytes));
  for (const depths of files.depths) await load(depths, (name, bytes) => waters.depths(name, bytes));
  const start = performance.now();
  const numbers = line ? waters.survey(line) : waters.plan(question);
  return { id, numbers, ms: performance.now() - start };
}

async function work() {
  isAtWork = true;
  while (wanted) {
    const job = wanted;
    wanted = undefined;
    try {
      postMessage(await answer(job));
    } catch (error) {
      postMessage({ id: job.id, failed: String(error?.message ?? error) });
    }
    // What has been asked meanwhile is heard first.
    await new Promise((done) => setTimeout(done));
  }
  isAtWork = false;
}

addEventListener("message", ({ data }) => {
  wanted = data;
  if (!isAtWork) work();
});
