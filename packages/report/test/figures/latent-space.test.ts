import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import type { LatentView } from '../../src/index.js';
import { drawFigure } from '../../src/draw-figure.js';
import { latentSpaceFigure } from '../../src/figures/latent-space.js';
import { exampleInput } from '../example-input.js';
import { svgTexts } from '../svg-texts.js';

const test = suite('latentSpaceFigure');

const plan = (latent: LatentView): ReturnType<typeof latentSpaceFigure> =>
  latentSpaceFigure({ ...exampleInput, latent });

async function draw(latent: LatentView): Promise<string> {
  const planned = plan(latent);
  assert.ok(planned);
  return (await drawFigure(planned)).svg;
}

test('one unit is equally long on both axes', async () => {
  const svg = await draw({
    dimension: 2,
    trajectories: [Float64Array.of(0, 0, 4, 0, 4, 1, 0, 1)],
    orbits: [],
  });
  const [, path] = / d="(M[^"]*)"[^>]*stroke="#0072b2"/.exec(svg) ?? [];
  const points = path
    .split(/[ML]/)
    .filter(Boolean)
    .map((pair) => pair.split(',').map(Number));
  assert.is(points.length, 4);
  const across = points[1][0] - points[0][0];
  const up = points[1][1] - points[2][1];
  assert.ok(Math.abs(across - 4 * up) < 0.05, `${across} and ${up}`);
});

test('axes and kinds of line are labelled', async () => {
  const texts = svgTexts(await draw(exampleInput.latent));
  for (const label of ['latent z₁', 'latent z₂', 'trajectory', 'group orbit']) {
    assert.ok(texts.includes(label), label);
  }
});

test('one dimension is drawn over the sample number, more than two are cut to two', async () => {
  const line = await draw({ dimension: 1, trajectories: [Float64Array.of(1, 2, 3)], orbits: [] });
  assert.ok(svgTexts(line).includes('sample') && !svgTexts(line).includes('group orbit'));
  const cube = plan({ dimension: 3, trajectories: [Float64Array.of(1, 2, 3)], orbits: [] });
  assert.match(cube?.caption ?? '', 'The first two of 3 latent coordinates.');
});

test('nothing finite gives no figure', () => {
  assert.is(plan({ dimension: 2, trajectories: [], orbits: [] }), null);
  assert.is(plan({ dimension: 2, trajectories: [Float64Array.of(NaN, 1)], orbits: [] }), null);
});

test('single states are points, without paths between them', async () => {
  const random = Float64Array.from({ length: 40 }, (_, at) => Math.sin(7 * at));
  const latent = { ...exampleInput.latent, scattered: true, trajectories: [random] };
  assert.match(plan(latent)?.caption ?? '', 'States in latent coordinates');
  const svg = await draw(latent);
  assert.is(svg.match(/fill="#0072b2"/g)?.length, 20);
  assert.not.match(svg, 'stroke="#0072b2"');
});

test.run();
