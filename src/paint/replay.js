// Replays a display list on a 2D canvas. The one loop that touches every vertex of a frame.
// The codes and operands are documented in src/scene/display_list.rs; tests/players.rs keeps both in step.

/** Draws `list`, a Float32Array over wasm memory, on `ctx` at `ratio` device pixels a CSS pixel. Its first `keep` numbers
 * are kept with the look, as paths; what was kept is drawn first where it is `moved` by an affine map of CSS pixels. */
export function replay(ctx, list, strings, ratio, width, height, look, keep = 0, moved = []) {
  const still = [ratio, 0, 0, ratio, 0, 0];
  ctx.setTransform(...still);
  ctx.globalAlpha = 1;
  ctx.lineJoin = 'round';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = look.colours[0];
  ctx.fillRect(0, 0, width, height);
  if (moved.length) {
    const by = moved.map((n) => n * ratio);
    ctx.setTransform(...by);
    play(ctx, look.kept.ops, strings, ratio, look, by, { paths: look.kept.paths, next: 0 });
    ctx.setTransform(...still);
  } else if (keep) {
    look.kept = { ops: [], paths: [] };
    play(ctx, list.subarray(0, keep), strings, ratio, look, still, look.kept);
    look.kept.ops = new Float32Array(look.kept.ops);
  }
  play(ctx, list.subarray(keep), strings, ratio, look, still);
}

/** Draws operations while the canvas has the transform `by`. Paths go into `kept.ops` and `kept.paths`, or come from `kept.paths`
 * where there is a `next` of them. */
function play(ctx, list, strings, ratio, look, by, kept) {
  const { colours, strokes } = look;
  const end = list.length, scale = Math.hypot(by[0], by[1]) / ratio;
  const comes = kept && 'next' in kept, keeps = kept && !comes;
  let i = 0, pen = ctx;
  let startX = 0, startY = 0;
  while (i < end) {
    const at = i;
    switch (list[i]) {
      case 1:
        if (comes) pen = kept.paths[kept.next++];
        else if (keeps) kept.paths.push(pen = new Path2D());
        else ctx.beginPath();
        i += 1;
        break;
      case 2: {
        const last = i + 2 + 2 * list[i + 1];
        startX = list[i + 2];
        startY = list[i + 3];
        pen.moveTo(startX, startY);
        for (i += 4; i < last; i += 2) pen.lineTo(list[i], list[i + 1]);
        continue;
      }
      case 3:
        // Not closePath: Chromium's looks at the whole path each time, 5 ms a frame with a thousand islands.
        pen.lineTo(startX, startY);
        i += 1;
        continue;
      case 4:
        pen.moveTo(list[i + 1] + list[i + 3], list[i + 2]);
        pen.arc(list[i + 1], list[i + 2], list[i + 3], 0, 2 * Math.PI);
        i += 4;
        continue;
      case 5:
        ctx.fillStyle = colours[list[i + 1]];
        if (pen === ctx) ctx.fill('evenodd');
        else ctx.fill(pen, 'evenodd');
        i += 2;
        break;
      case 6: {
        const stroke = strokes[list[i + 1]];
        ctx.strokeStyle = colours[list[i + 2]];
        const thin = stroke.width * list[i + 3];
        // Skia takes a line for thin, which is several times as fast, if a length that it overestimates by an eighth on a
        // turned canvas is at most a pixel.
        ctx.lineWidth = (comes && thin <= 1 ? thin * 0.88 : thin) / scale;
        ctx.lineCap = stroke.cap;
        ctx.setLineDash(scale === 1 ? stroke.dash : stroke.dash.map((n) => n / scale));
        ctx.lineDashOffset = list[i + 4];
        if (pen === ctx) ctx.stroke();
        else ctx.stroke(pen);
        i += 5;
        break;
      }
      case 7:
        ctx.globalAlpha = list[i + 1];
        i += 2;
        break;
      case 8:
        text(ctx, list, i, strings[list[i + 4]], ratio, look);
        i += 9;
        break;
      case 9:
        // The images of the relief, the lowest first: CSS pixels a pixel, and the affine map that puts it on the screen.
        // The path under way is the sea, over whose edge a rough one reaches by some pixels of its own.
        ctx.save();
        if (pen === ctx) ctx.clip('evenodd');
        else ctx.clip(pen, 'evenodd');
        for (const { image, step, matrix, rough } of look.relief ?? []) {
          ctx.imageSmoothingEnabled = !rough;
          ctx.setTransform(...matrix.map((n) => n * ratio));
          ctx.drawImage(image, 0, 0, image.width * step, image.height * step);
        }
        ctx.restore();
        i += 1;
        break;
      default:
        throw new Error(`display list: no operation ${list[i]} at ${i}`);
    }
    if (keeps) kept.ops.push(...list.subarray(at, i));
  }
}

const ALIGN = ['left', 'center', 'right'];

function text(ctx, list, i, string, ratio, look) {
  const x = list[i + 5], y = list[i + 6], angle = list[i + 7];
  const write = (to, x, y) => {
    to.font = look.fonts[list[i + 1]];
    to.textAlign = ALIGN[list[i + 8]];
    to.textBaseline = 'middle';
    to.lineJoin = 'round';
    to.strokeStyle = look.colours[list[i + 3]];
    to.fillStyle = look.colours[list[i + 2]];
    to.lineWidth = 3;
    to.setLineDash([]);
    to.strokeText(string, x, y);
    to.fillText(string, x, y);
  };
  if (!angle) return write(ctx, x, y);
  // A turned text is a letter of a name along a line. It is kept as a picture, finer than the screen: browsers make
  // letters anew for each angle, and their halos most slowly of all.
  const key = string + (list[i + 1] * 4096 + list[i + 2] * 64 + list[i + 3]), finer = look.scale / (ratio + 1);
  // A map in motion may have fewer pixels: its letters are those of the map at rest.
  if (!(finer >= 1 && finer < 2)) [look.scale, look.letters] = [ratio + 1, new Map()];
  const { scale } = look;
  let letter = look.letters.get(key);
  if (!letter) {
    const side = scale * (parseInt(/\d+[.\d]*px/.exec(look.fonts[list[i + 1]])) + 10);
    const canvas = globalThis.OffscreenCanvas ? new OffscreenCanvas(side, side) : document.createElement('canvas');
    canvas.width = canvas.height = side;
    const own = canvas.getContext('2d');
    own.setTransform(scale, 0, 0, scale, canvas.width / 2, canvas.width / 2);
    write(own, 0, 0);
    look.letters.set(key, letter = canvas.transferToImageBitmap?.() ?? canvas);
  }
  const cos = Math.cos(angle) * ratio / scale, sin = Math.sin(angle) * ratio / scale;
  ctx.setTransform(cos, sin, -sin, cos, x * ratio, y * ratio);
  ctx.drawImage(letter, -letter.width / 2, -letter.width / 2);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
}
