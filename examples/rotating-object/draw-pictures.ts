// Draws docs/images/rotating-object.png, four orientations of each object from three sides:
//   npm run example rotating-object/draw-pictures.ts
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  objects,
  randomRotation,
  renderView,
  turned,
  unitMesh,
  type Mesh,
} from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import { Resvg } from '@resvg/resvg-js';

const PIXELS = 48;
const SCALE = 2;
const SIDE = PIXELS * SCALE;
const [GAP, WIDE] = [4, 16];
const POSES = [0, 1, 2, 3];
const VIEWS = [0, 1, 2] as const;

const parts = Object.values(objects).flatMap((mesh, row) =>
  POSES.flatMap((pose) => {
    const posed = turned(unitMesh(mesh), randomRotation(randomStream(2).split(pose)));
    const left = pose * (3 * SIDE + 2 * GAP + WIDE);
    return VIEWS.map((view) =>
      picture(posed, view, left + view * (SIDE + GAP), row * (SIDE + GAP)),
    );
  }),
);
const [width, height] = [4 * (3 * SIDE + 2 * GAP) + 3 * WIDE, 2 * SIDE + GAP];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" shape-rendering="crispEdges">${parts.join('')}</svg>`;
const target = fileURLToPath(new URL('../../docs/images/rotating-object.png', import.meta.url));
writeFileSync(target, new Resvg(svg, { background: 'white' }).render().asPng());
console.log(target);

/** A view as squares on black. */
function picture(mesh: Mesh, view: 0 | 1 | 2, left: number, top: number): string {
  const squares = Array.from(renderView(mesh, view, { pixels: PIXELS }), (grey, at) => {
    const [x, y] = [left + (at % PIXELS) * SCALE, top + Math.floor(at / PIXELS) * SCALE];
    const level = Math.round(255 * grey);
    const fill = `rgb(${level},${level},${level})`;
    return grey > 0
      ? `<rect x="${x}" y="${y}" width="${SCALE}" height="${SCALE}" fill="${fill}"/>`
      : '';
  });
  return `<rect x="${left}" y="${top}" width="${SIDE}" height="${SIDE}"/>${squares.join('')}`;
}
