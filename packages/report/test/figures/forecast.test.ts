import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import type { Forecast } from '@noether/contracts';
import { drawFigure } from '../../src/draw-figure.js';
import { forecastErrorFigure } from '../../src/figures/forecast-error.js';
import { forecastFigure } from '../../src/figures/forecast.js';
import { exampleForecast, exampleInput } from '../example-input.js';
import { svgTexts } from '../svg-texts.js';

const test = suite('forecastFigure and forecastErrorFigure');

const timeUnit = 's';
const data = { ...exampleInput.data, timeUnit };

async function draw(plan: Parameters<typeof drawFigure>[0] | null): Promise<string> {
  assert.ok(plan);
  return (await drawFigure(plan)).svg;
}

test('the trajectory with the median valid time is shown, every variable in its panel', async () => {
  const forecast: Forecast = { ...exampleForecast, validTimes: Float64Array.of(11, 2.5, 6) };
  const plan = forecastFigure({ ...exampleInput, data, forecast });
  assert.match(plan?.caption ?? '', /Test trajectory 3 of 3.*valid until t = 6\.00 s \(vertical/);
  const svg = await draw(plan);
  const texts = svgTexts(svg);
  for (const text of ['log prey', 'log predator', 'time [s]', 'truth', 'forecast']) {
    assert.ok(texts.includes(text), text);
  }
  assert.is(svg.match(/stroke="#d55e00"/g)?.length, 2);
});

test('a forecast that stays valid has no line for its end', async () => {
  const validTimes = new Float64Array(3).fill(
    exampleForecast.times[exampleForecast.times.length - 1],
  );
  const plan = forecastFigure({ ...exampleInput, forecast: { ...exampleForecast, validTimes } });
  assert.match(plan?.caption ?? '', 'stays valid to the end');
  assert.not.match(await draw(plan), 'stroke="#d55e00"');
});

test('a diverged forecast is drawn as far as it is finite', async () => {
  const predicted = exampleForecast.items[0].predicted.slice().fill(NaN, 40);
  const items = [{ ...exampleForecast.items[0], predicted, status: 'diverged' as const }];
  const forecast = { ...exampleForecast, items, validTimes: Float64Array.of(0.5) };
  assert.not.match(await draw(forecastFigure({ ...exampleInput, forecast })), 'NaN');
});

test('every method, the threshold and the axes are labelled in the error figure', async () => {
  const texts = svgTexts(await draw(forecastErrorFigure({ ...exampleInput, data })));
  const methods = ['forecast', 'autoencoder only', 'persistence', 'DMD', 'threshold 0.4'];
  for (const text of [...methods, 'normalised RMS error']) assert.ok(texts.includes(text), text);
  assert.ok(texts.includes('time since the start of the forecast [s]'));
});

test('valid times before the end are marked on the threshold', async () => {
  const svg = await draw(forecastErrorFigure(exampleInput));
  const heights = Array.from(
    svg.matchAll(
      /transform="translate\([\d.]+,([\d.]+)\)" d="[^"]*" fill="#[0-9a-f]{6}" stroke="#ffffff"/g,
    ),
    ([, height]) => height,
  );
  assert.is(heights.length, 4);
  assert.is(new Set(heights).size, 1);
});

test('without a forecast there is neither figure', () => {
  assert.is(forecastFigure({ ...exampleInput, forecast: null }), null);
  assert.is(forecastErrorFigure({ ...exampleInput, forecast: null }), null);
});

test('a forecast that runs away as a whole is drawn along the edge', async () => {
  const away = exampleForecast.items.map((item) => ({
    ...item,
    predicted: item.predicted.map(() => 1e6),
  }));
  const nrmse = exampleForecast.nrmse.map(() => 1e5);
  const forecast: Forecast = { ...exampleForecast, items: away, nrmse };
  assert.match(await draw(forecastFigure({ ...exampleInput, forecast })), 'forecast');
  assert.match(await draw(forecastErrorFigure({ ...exampleInput, forecast })), 'threshold');
});

test.run();
