// What a page says and nobody catches, kept where the driver has no log of it.
(() => {
  if (window.__told) return;
  // A page that starts anew must not forget what it said before: its window keeps that under way.
  const told = window.name.startsWith('told:') ? JSON.parse(window.name.slice(5)) : [];
  if (told.length > 0) window.name = '';
  addEventListener('pagehide', () => { if (told.length > 0) window.name = `told:${JSON.stringify(told)}`; });
  Object.defineProperty(window, '__told', { value: told });
  const text = (value) => { try { return String(value?.stack ?? value); } catch { return 'something without words'; } };
  addEventListener('error', (e) => {
    const source = e.target?.src ?? e.target?.href;
    told.push(source ? `${source} does not load` : `${e.message} in ${e.filename}:${e.lineno}`);
  }, true);
  addEventListener('unhandledrejection', (e) => told.push(`unhandled: ${text(e.reason)}`));
  document.addEventListener('securitypolicyviolation', (e) => told.push(`${e.violatedDirective} forbids ${e.blockedURI}`));
  for (const level of ['error', 'warn']) {
    const own = console[level];
    console[level] = (...all) => { told.push(`${level}: ${all.map(text).join(' ')}`); own.apply(console, all); };
  }
})();
