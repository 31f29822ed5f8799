import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { drawFigure } from '../../src/draw-figure.js';
import { latentDimensionFigure } from '../../src/figures/latent-dimension.js';
import { drawBand, drawSweep } from '../../src/index.js';
import { choices } from '../../src/page/choices.js';
import { exampleRecord } from '../example-input.js';

const point = { threshold: 0.1, pareto: true, picked: false };

test('a sweep is drawn with its pick; models without an error are counted', async () => {
  const [figure] = await drawSweep([
    { ...point, terms: 2, error: 0.5 },
    { ...point, terms: 5, error: 0.01, picked: true },
    { ...point, terms: 9, error: 0.02, pareto: false },
    { ...point, terms: 3, error: Infinity },
  ]);
  assert.is(figure.name, 'sweep');
  assert.match(figure.caption, /Picked: 5 terms, error 0\.0100\. 1 of 4 models could not/);
  assert.match(figure.svg, /error of held-out roll-outs/);
  assert.match(figure.svg, /beaten by a smaller one/);
  assert.ok(figure.png.length > 1000);
  assert.equal(await drawSweep([{ ...point, terms: 3, error: NaN }]), []);
});

test('a band over seeds is drawn with its baselines', async () => {
  const times = Float64Array.of(0, 1, 2);
  const bands = ['forecast', 'DMD'].map((label, at) => ({
    label,
    lower: [0, at + 0.1, at + 0.2],
    middle: [0, at + 0.2, at + 0.4],
    upper: [0, at + 0.3, at + 0.8],
  }));
  const [figure] = await drawBand({ seeds: 7, times, threshold: 0.4, bands, timeUnit: 's' });
  assert.match(figure.caption, /Median over 7 seeds/);
  for (const text of ['forecast', 'DMD', 'threshold 0.4', '[s]']) assert.match(figure.svg, text);
  assert.equal(await drawBand({ seeds: 0, times, threshold: 0.4, bands: [] }), []);
});

test('a scan of latent dimensions is drawn and told with what was chosen', async () => {
  const row = (dimension: number, error: number) => ({
    dimension,
    error,
    worst: 5 * error,
    linearError: 3 * error,
    rank: 0.9 * dimension,
  });
  const scan = { dimension: 2, clear: true, reason: 'Two < three.', variables: 9 };
  const rows = [row(1, 0.2), row(2, 0.001), row(3, 0)];
  const record = { ...exampleRecord, latentDimension: { ...scan, rows } };
  const plan = latentDimensionFigure({ record });
  assert.match(
    plan?.caption ?? '',
    /Chosen: 2, which leaves 0\.100\u00a0%; the effective rank .* 1\.8\./,
  );
  if (!plan) throw new Error('no plan');
  const { svg } = await drawFigure(plan);
  for (const text of ['best training', 'components', 'latent dimension']) {
    assert.match(svg, text);
  }
  const table = choices(record);
  assert.match(table, 'Latent dimension 2. Two &lt; three.');
  assert.match(table, '2, chosen</th>');
  const unclear = { ...record, latentDimension: { ...scan, clear: false, rows } };
  assert.match(choices(unclear), 'Latent dimension 2, not a clear choice.');
  assert.is(latentDimensionFigure({ record: exampleRecord }), null);
  assert.is(choices(exampleRecord), '');
});

test.run();
