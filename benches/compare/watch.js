// Runs before the scripts of every contender's page: counts the frames that it asks for, says what stops it, and notes
// when our map is ready.
window.benchFrames = 0;
const ask = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (call) => ask((now) => {
  window.benchFrames += 1;
  call(now);
});
const failed = (why) => { document.documentElement.dataset.failed ??= `${why}`; };
addEventListener('error', ({ message }) => { if (message) failed(message); });
addEventListener('unhandledrejection', ({ reason }) => failed(reason));
const watcher = new MutationObserver(() => {
  if (document.querySelector('#map')?.dataset.state !== 'ready') return;
  window.benchReady = performance.now();
  watcher.disconnect();
});
watcher.observe(document, { subtree: true, attributeFilter: ['data-state'] });
