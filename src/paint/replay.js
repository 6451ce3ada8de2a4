// Replays a display list on a 2D canvas. The one loop that touches every vertex of a frame.
// The codes and operands are documented in src/scene/display_list.rs; tests/players.rs keeps both in step.

/** Draws `list`, a Float32Array over wasm memory, on `ctx` at `ratio` device pixels a CSS pixel. */
export function replay(ctx, list, strings, ratio, width, height, look) {
  const { colours, strokes } = look;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.globalAlpha = 1;
  ctx.lineJoin = 'round';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colours[0];
  ctx.fillRect(0, 0, width, height);
  const end = list.length;
  let i = 0;
  let startX = 0, startY = 0;
  while (i < end) {
    switch (list[i]) {
      case 1:
        ctx.beginPath();
        i += 1;
        break;
      case 2: {
        const last = i + 2 + 2 * list[i + 1];
        startX = list[i + 2];
        startY = list[i + 3];
        ctx.moveTo(startX, startY);
        for (i += 4; i < last; i += 2) ctx.lineTo(list[i], list[i + 1]);
        break;
      }
      case 3:
        // Not closePath: Chromium's looks at the whole path each time, 5 ms a frame with a thousand islands.
        ctx.lineTo(startX, startY);
        i += 1;
        break;
      case 4:
        ctx.moveTo(list[i + 1] + list[i + 3], list[i + 2]);
        ctx.arc(list[i + 1], list[i + 2], list[i + 3], 0, 2 * Math.PI);
        i += 4;
        break;
      case 5:
        ctx.fillStyle = colours[list[i + 1]];
        ctx.fill('evenodd');
        i += 2;
        break;
      case 6: {
        const stroke = strokes[list[i + 1]];
        ctx.strokeStyle = colours[list[i + 2]];
        ctx.lineWidth = stroke.width * list[i + 3];
        ctx.lineCap = stroke.cap;
        ctx.setLineDash(stroke.dash);
        ctx.lineDashOffset = list[i + 4];
        ctx.stroke();
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
        for (const { image, step, matrix, rough } of look.relief ?? []) {
          ctx.imageSmoothingEnabled = !rough;
          ctx.setTransform(...matrix.map((n) => n * ratio));
          ctx.drawImage(image, 0, 0, image.width * step, image.height * step);
        }
        ctx.imageSmoothingEnabled = true;
        ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
        i += 1;
        break;
      default:
        throw new Error(`display list: no operation ${list[i]} at ${i}`);
    }
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
  const scale = ratio + 1, key = list.subarray(i + 1, i + 4) + string;
  if (look.ratio !== ratio) [look.ratio, look.letters] = [ratio, new Map()];
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
