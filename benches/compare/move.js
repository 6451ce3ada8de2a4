// Moves a contender through a motion, one view a frame, and notes when each frame began: a number of frames, or where
// `minimum` milliseconds are given as many more as they hold; or a part of the motion, so many frames from one on. Then
// tells what share of the screen's pixels its canvas has.
const [motion, frames, minimum, first = 0, count = frames] = arguments;
const MOTIONS = {
  turning: (t) => ({ lon: 0, lat: 90, zoom: 0, turn: 360 * t - 180 }),
  zooming: (t) => ({ lon: 20, lat: 75, zoom: 4 * t, turn: 0 }),
  panning: (t) => ({ lon: 360 * t - 180, lat: 70, zoom: 2, turn: 0 }),
  morphing: (t) => ({ lon: 20, lat: 75, zoom: 0, turn: 0, morph: t }),
};
const view = MOTIONS[motion];
const pixels = () => {
  const canvas = document.querySelector('canvas'), { width, height } = canvas.getBoundingClientRect();
  return canvas.width * canvas.height / (width * height * devicePixelRatio ** 2);
};
return new Promise((done) => {
  const at = [];
  const step = (now) => {
    at.push(now);
    if (at.length > count && now - at[0] >= minimum) return done({ at, pixels: pixels() });
    show(view(((first + at.length) % (frames + 1)) / (frames + 1)));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
});
