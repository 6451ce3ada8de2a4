// The hand on the map while it draws for the panel: a line by a drag, or point after point.

let end;

/** Ends drawing. */
export function release() {
  end?.();
}

/**
 * Has the hand draw over the map until it is released or Escape is pressed. `isLine`: one drag is one line, `then` gets its first and last position; else each
 * press is a point, and `then` gets it. `over` gets the same while the line is being drawn; `done` is called at the end. Positions are `[lon, lat, …]`.
 */
export function grasp(isLine, over, then, done) {
  release();
  const map = document.getElementById('map');
  const layer = Object.assign(document.createElement('div'), { className: 'hand' });
  const at = (event) => {
    const box = map.getBoundingClientRect();
    return window.cableMap.unproject([event.clientX - box.left, event.clientY - box.top]) ?? undefined;
  };
  let start;
  layer.addEventListener('pointerdown', (event) => {
    start = at(event);
    if (isLine && start) layer.setPointerCapture(event.pointerId);
  });
  layer.addEventListener('pointermove', (event) => {
    const to = start && isLine && at(event);
    if (to) over(Float64Array.of(...start, ...to));
  });
  layer.addEventListener('pointerup', (event) => {
    const to = at(event);
    if (to && !isLine) then(Float64Array.of(...to));
    if (to && isLine && start) then(Float64Array.of(...start, ...to));
    start = undefined;
  });
  const key = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    release();
  };
  window.addEventListener('keydown', key, true);
  end = () => {
    end = undefined;
    window.removeEventListener('keydown', key, true);
    layer.remove();
    done();
  };
  map.append(layer);
}

/** Whether any of the positions `[lon, lat, …]` is on the map as it is shown. */
export function inView(flat) {
  const { clientWidth, clientHeight } = document.getElementById('canvas');
  for (let i = 0; i < flat.length; i += 2) {
    const at = window.cableMap.project([flat[i], flat[i + 1]]);
    if (at && at[0] >= 0 && at[1] >= 0 && at[0] <= clientWidth && at[1] <= clientHeight) return true;
  }
  return false;
}
