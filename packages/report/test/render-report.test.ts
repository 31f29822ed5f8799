import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import type { RunRecord } from '@noether/contracts';
import { renderReport, type ReportInput } from '../src/index.js';
import { exampleInput, exampleRecord } from './example-input.js';
import { htmlFaults } from './html-faults.js';
import { inkShare, readPng } from './png-image.js';
import { svgFontSizes, svgSize } from './svg-texts.js';

const test = suite('renderReport');

const NAMES = [
  'generator',
  'latent-space',
  'transformed-orbits',
  'forecast',
  'forecast-error',
  'training',
];

const failedRecord: RunRecord = {
  ...exampleRecord,
  status: 'diverged',
  reason: 'The loss was NaN in epoch 3.',
  symmetry: {
    ...exampleRecord.symmetry,
    generators: [
      [
        [NaN, NaN],
        [NaN, NaN],
      ],
    ],
    eigenvalues: [],
    omega: NaN,
    realToImaginary: null,
    meanCosine: NaN,
    bce: { generator: NaN, real: NaN, fake: NaN },
    invariance: null,
    quadraticForm: null,
  },
  equations: { text: [], latex: [], names: [], coefficients: [], r2: [] },
  forecast: {
    times: [],
    nrmse: [],
    validTime: NaN,
    floor: { nrmse: [], validTime: NaN },
    baselines: {},
  },
};

const failedInput: ReportInput = {
  record: failedRecord,
  reading: 'unknown',
  history: [],
  latent: { dimension: 2, trajectories: [new Float64Array([NaN, NaN])], orbits: [] },
  data: { names: ['x', 'y'], dimension: 2, original: [], transformed: [] },
  forecast: null,
  provenance: [],
};

/** A column of a paper, 85 mm, in pt. */
const COLUMN = (85 / 25.4) * 72;

test('six figures fit a column of a paper, with text of 7 pt or more, and are not blank', async () => {
  const { figures } = await renderReport(exampleInput);
  assert.equal(
    figures.map(({ name }) => name),
    NAMES,
  );
  for (const { name, svg, png } of figures) {
    const [width, height] = svgSize(svg);
    assert.ok(width > 380 && width < 446, `${name} is ${width} px wide`);
    assert.ok((Math.min(...svgFontSizes(svg)) * COLUMN) / width >= 7, name);
    const image = readPng(png);
    assert.equal([image.width, image.height], [2 * width, 2 * height]);
    assert.ok(inkShare(image) > 0.01, `${name} is blank`);
  }
});

test('the algebra that several generators span has a section, when the record knows it', async () => {
  const algebra = {
    sentence: 'so(3), closure 1e-3',
    name: 'so(3)',
    dimension: 3,
    closure: 0.001,
    error: 0.0004,
    signature: [0, 3, 0],
    basis: [
      [
        [0, -1],
        [1, 0],
      ],
    ],
  } as const;
  const symmetry = { ...exampleRecord.symmetry, algebra };
  const page = async (record: RunRecord): Promise<string> =>
    (await renderReport({ ...failedInput, record })).html;
  const html = await page({ ...exampleRecord, symmetry });
  assert.equal(htmlFaults(html), []);
  assert.match(html, 'Lie algebra of the symmetry');
  assert.match(html, '0 positive, 3 negative, 0 zero');
  const unnamed = { ...symmetry, algebra: { ...algebra, name: null, error: null } };
  assert.match(await page({ ...exampleRecord, symmetry: unnamed }), 'none that is known');
  assert.not.match(await page(exampleRecord), 'Lie algebra of the symmetry');
});

test('the page has every section in order and loads nothing', async () => {
  const { html, figures } = await renderReport(exampleInput);
  assert.equal(htmlFaults(html), []);
  const ids = ['numbers', 'equations', 'figures', 'scores', 'provenance'];
  const positions = ids.map((id) => html.indexOf(`<h2 id="${id}"`));
  assert.ok(positions.every((at, index) => at > (positions[index - 1] ?? 0)));
  assert.ok(html.indexOf('Discovered: rotation, so(2).') < positions[0]);
  for (const { title, caption } of figures) {
    assert.ok(html.includes(`<h3>${title}</h3>`) && html.includes(`<title>${title}</title>`));
    assert.ok(html.includes(caption.slice(0, 30)));
  }
});

test('the numbers of the record are on the page', async () => {
  const { html } = await renderReport(exampleInput);
  for (const number of ['3.06', '0.0120', '0.701', '5.10\u00a0%', '4.20 × 10⁻⁴', '0.977', '9.10']) {
    assert.ok(html.includes(`<span class="value">${number}</span>`), number);
  }
  assert.match(html, 'the best other method, SINDy alone: 8.50');
  assert.match(html, /Equations of other methods[^]*<h3>SINDy alone<\/h3>/);
  assert.match(html, '\\dot{z}_1 = -0.871 z_2');
  assert.match(html, '≥ 12.0');
});

test('a failed run says what happened and leaves out what it lacks', async () => {
  const { html, figures } = await renderReport(failedInput);
  assert.equal(htmlFaults(html), []);
  assert.equal(figures, []);
  assert.match(html, 'No symmetry discovered: diverged.');
  assert.match(html, 'The loss was NaN in epoch 3.');
  assert.not.match(html, /NaN<|Infinity|undefined|id="(equations|figures|scores|provenance)"/);
});

test('every verdict but one is a failure', async () => {
  const verdicts = ['collapsed', 'discriminator-won', 'rank-lost', 'threshold-trap'] as const;
  for (const status of verdicts) {
    const { html } = await renderReport({ ...failedInput, record: { ...failedRecord, status } });
    assert.match(html, /class="verdict bad"/);
    assert.not.match(html, 'Discovered:');
  }
});

test('hostile names stay text everywhere', async () => {
  const evil = '</svg><script>alert(1)</script>"\'&';
  const { html, figures } = await renderReport({
    ...exampleInput,
    reading: evil,
    record: { ...exampleRecord, preset: evil, reason: evil, engine: evil },
    data: { ...exampleInput.data, names: [evil, evil], units: [evil, evil], timeUnit: evil },
    forecast: exampleInput.forecast && { ...exampleInput.forecast, names: [evil, evil] },
    provenance: [{ label: evil, value: evil }],
  });
  assert.is(figures.length, NAMES.length);
  assert.equal(htmlFaults(html), []);
  for (const { svg } of figures) assert.not.match(svg, /<script/);
});

test('a run without a forecast has the other figures', async () => {
  const { figures } = await renderReport({ ...exampleInput, forecast: null });
  assert.equal(
    figures.map(({ name }) => name),
    NAMES.filter((name) => !name.startsWith('forecast')),
  );
});

test.run();
