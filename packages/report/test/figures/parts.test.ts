import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { drawBand, drawSweep } from '../../src/index.js';

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

test.run();
