// What the bench asks of each contender, for our own page.
window.show = ({ lon, lat, zoom, turn, morph }) => {
  const at = `${lon},${lat},${zoom},${turn}`;
  cableMap.setState(morph === undefined ? { at } : { at, morph: `${morph}` });
};
window.project = (point) => cableMap.project(point);

const whole = cableMap.stats().paintedAt;
const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
show({ lon: 0, lat: 90, zoom: 0, turn: 0 });
await painted();
const middle = project([0, 90]);
// On the polar map r = 2 tan(c/2), and 75° E runs down from the Pole.
const radius = (project([75, 60])?.[1] - middle?.[1]) / (2 * Math.tan(Math.PI / 12));
return { frame: { middle, radius }, view: cableMap.getState().view, times: { paint, first: window.benchReady, whole } };
