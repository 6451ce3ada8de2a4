// Asks a panel of our page one question after another. Of each: milliseconds until its answer is in words, until all of it
// is there, and the longest that the page's thread was kept meanwhile.
const [panel, words, questions] = arguments;
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
const text = () => document.querySelector(`${panel} ${words}`)?.textContent ?? '';
const isDone = () => document.querySelector(panel)?.getAttribute('aria-busy') === 'false';

const until = (holds, ms) => new Promise((done, fail) => {
  const watcher = new MutationObserver(() => { if (holds()) end(done); });
  const late = setTimeout(() => end(() => fail(new Error(`no answer: ${text()}`))), ms);
  const end = (call) => {
    watcher.disconnect();
    clearTimeout(late);
    call(performance.now());
  };
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  if (holds()) end(done);
});
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const out = [];
for (const [index, question] of questions.entries()) {
  const before = text();
  const start = performance.now();
  await cableMap.setState(question);
  // The first question waits for data and network too: it is not counted.
  const patience = index ? 20000 : 120000;
  const first = await until(() => text() && text() !== before, patience) - start;
  const whole = await until(isDone, patience) - start;
  await pause(400);
  const longest = Math.max(0, ...tasks.filter((t) => t.startTime >= start).map((t) => t.duration));
  if (index) out.push({ first, whole, longest });
}
return out;
