// What the page is asked for a reader's own layers.

/** Offers `add(name, text)` to scripts of the page. */
export function publish(add) {
  window.cableMap.addGeoJson = (name, text) => add(String(name), String(text));
}

/** Calls `then` with the position of each click on the map that nothing of the map's own is at, and with one a few pixels aside. */
export function onClick(then) {
  const canvas = document.getElementById('canvas'), reach = 8;
  let from;
  canvas.addEventListener('pointerdown', ({ clientX, clientY }) => { from = [clientX, clientY]; });
  canvas.addEventListener('click', ({ clientX, clientY }) => {
    const { left, top } = canvas.getBoundingClientRect(), [x, y] = [clientX - left, clientY - top];
    const isDrag = !from || Math.hypot(clientX - from[0], clientY - from[1]) > reach;
    if (isDrag || window.cableMap.featuresAt([x, y]).length > 0) return;
    const [at, aside] = [[x, y], [x + reach, y]].map((point) => window.cableMap.unproject(point));
    if (at && aside) then(...at, ...aside);
  });
}
