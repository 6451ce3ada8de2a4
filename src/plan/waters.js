// The waters: a worker that is started with the first question, and asked one thing at a time.

let worker;
let last = 0;
let tell;

function start() {
  worker = new Worker(new URL(document.getElementById('map').dataset.waters, document.baseURI), { type: 'module' });
  worker.onmessage = ({ data: { id, step, failed, numbers, ms } }) => {
    if (id !== last) return;
    if (step) tell('step', step, 0);
    else if (failed) tell('failed', failed, 0);
    else tell('answer', numbers, ms);
  };
  worker.onerror = (event) => {
    // It has not come up: another question tries again.
    worker = undefined;
    tell('failed', event.message ?? 'Worker', 0);
  };
}

/** Asks for a way, or for what lies over and under a line; what was asked before is not answered any more. `heard` is told the steps, the answer
 * as numbers with the milliseconds that it took, or why there is none. */
export function ask(numbers, isSurvey, land, graph, ice, depths, heard) {
  const file = (name) => ({ name, path: new URL(`geodata/${name}`, document.baseURI).href });
  const months = ice.map((name, month) => ({ ...file(name), month })).filter((_, month) => ice[month]);
  const files = { land: file(land), graph: file(graph), ice: months, depths: depths.map(file) };
  last += 1;
  tell = heard;
  try {
    if (!worker) start();
    worker.postMessage({ id: last, [isSurvey ? 'line' : 'question']: numbers, files });
  } catch (error) {
    worker = undefined;
    heard('failed', String(error?.message ?? error), 0);
  }
}
