// Draws the picture of the README from the figures of a run, two side by side:
//   node docs/draw-first-screen.mjs runs/lotka-volterra-seed-1
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const FIGURES = ['latent-space', 'transformed-orbits'];
const HEIGHT = 800;
const GAP = 60;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Give the folder of a finished run.');
  process.exit(2);
}
let left = GAP;
const images = FIGURES.map((name) => {
  const png = readFileSync(join(folder, 'figures', `${name}.png`));
  const width = Math.round((HEIGHT * png.readUInt32BE(16)) / png.readUInt32BE(20));
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const image = `<image x="${left}" y="${GAP}" width="${width}" height="${HEIGHT}" href="${href}"/>`;
  left += width + GAP;
  return image;
});
const size = `width="${left}" height="${HEIGHT + 2 * GAP}"`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${images.join('')}</svg>`;
const target = fileURLToPath(new URL('images/lotka-volterra.png', import.meta.url));
writeFileSync(target, new Resvg(svg, { background: 'white' }).render().asPng());
console.log(target);
