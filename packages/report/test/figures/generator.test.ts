import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import type { ReportInput } from '../../src/index.js';
import { drawFigure } from '../../src/draw-figure.js';
import { generatorFigure } from '../../src/figures/generator.js';
import { exampleInput, exampleRecord } from '../example-input.js';
import { svgFontSizes, svgSize, svgTexts } from '../svg-texts.js';

const test = suite('generatorFigure');

function withGenerators(
  generators: number[][][],
  eigenvalues: { re: number; im: number }[][],
): ReportInput {
  const symmetry = { ...exampleRecord.symmetry, generators, eigenvalues };
  return { ...exampleInput, record: { ...exampleRecord, symmetry } };
}

async function draw(input: ReportInput): Promise<string> {
  const plan = generatorFigure(input);
  assert.ok(plan);
  return (await drawFigure(plan)).svg;
}

test('entries stand in the cells, eigenvalues at their points, the reading on top', async () => {
  const texts = svgTexts(await draw(exampleInput));
  for (const text of ['0.02', '−3.11', '3.01', '−0.02', '0.00 + 3.06i', '0.00 − 3.06i']) {
    assert.ok(texts.includes(text), text);
  }
  assert.ok(texts.includes('rotation, so(2)'));
  for (const title of ['row', 'column', 'Re λ', 'Im λ']) assert.ok(texts.includes(title), title);
});

test('an entry that rounds to 0 has no sign', async () => {
  const small = [
    [-0.001, 1],
    [-1, -0],
  ];
  const texts = svgTexts(await draw(withGenerators([small], [[{ re: 0, im: 1 }]])));
  assert.not.ok(
    texts.some((text) => text.includes('−0.00')),
    texts.join(),
  );
  assert.is(texts.filter((text) => text === '0.00').length, 2);
});

test('equal size and opposite sign have the two end colours', async () => {
  const svg = await draw(
    withGenerators(
      [
        [
          [0, -2],
          [2, 0],
        ],
      ],
      [[{ re: 0, im: 2 }]],
    ),
  );
  const fills = Array.from(svg.matchAll(/fill="(rgb\([^)]*\)|#[0-9a-f]{6})"/g), ([, fill]) => fill);
  assert.ok(fills.includes('rgb(0, 114, 178)') && fills.includes('rgb(213, 94, 0)'), fills.join());
});

test('three of many generators are drawn, the caption counts all', async () => {
  const one = [
    [0, 1],
    [-1, 0],
  ];
  const none = [one, one, one, one].map(() => []);
  const input = withGenerators([one, one, one, one], none);
  const svg = await draw(input);
  assert.equal(
    svgTexts(svg).filter((text) => text.startsWith('L')),
    ['L₁', 'L₂', 'L₃'],
  );
  assert.match(generatorFigure(input)?.caption ?? '', 'The first 3 of 4.');
  assert.ok(svgSize(svg)[0] < 440);
});

/** So many generators of rotations of different planes and speed, with their eigenvalues. */
function rotations(size: number, count: number): ReportInput {
  const speeds = Array.from({ length: count }, (_, index) => 0.1 * (index + 1));
  const matrices = speeds.map((speed, index) => {
    const matrix = Array.from({ length: size }, () => Array<number>(size).fill(0));
    const [i, j] = [index % size, (index + 1) % size];
    matrix[i][j] = -speed;
    matrix[j][i] = speed;
    return matrix;
  });
  const eigenvalues = speeds.map((speed) =>
    Array.from({ length: size }, (_, index) => ({ re: 0, im: [speed, -speed][index] ?? 0 })),
  );
  return withGenerators(matrices, eigenvalues);
}

test('two to six large generators are all drawn, in a column of a paper and large enough to read', async () => {
  const sizes: [number, number][] = [
    [8, 6],
    [8, 5],
    [8, 4],
    [8, 3],
    [8, 2],
    [5, 6],
    [64, 2],
  ];
  for (const [size, count] of sizes) {
    const input = rotations(size, count);
    const svg = await draw({
      ...input,
      reading: 'so(1,3), closure 0.012, entries explained to 5e-3',
    });
    const [width, height] = svgSize(svg);
    const what = `${count} of ${size} x ${size}: ${width} x ${height} px`;
    assert.ok(width < 480 && height < 1.3 * width, what);
    assert.ok(Math.min(...svgFontSizes(svg)) * (240 / width) > 6.5, what);
    const texts = svgTexts(svg);
    for (let index = 0; index < count; index++) {
      const name = `L${'₁₂₃₄₅₆'[index]}`;
      assert.ok(texts.includes(name) && texts.includes(`λ of ${name}`), `${what}: ${name}`);
    }
    assert.not.match(generatorFigure(input)?.caption ?? '', 'The first');
  }
});

test('large generators have the cells of each matrix in one scale of colours, which a bar explains', async () => {
  const svg = await draw(rotations(8, 6));
  const cells = Array.from(
    svg.matchAll(/d="M[^"]*" fill="(rgb\([^)]*\))"/g),
    ([, fill]) => fill,
  ).filter((fill) => fill !== 'rgb(247, 247, 246)');
  assert.is(cells.length, 2 * 6, cells.join());
  assert.is(new Set(cells).size, 2 * 6);
  assert.equal(cells.slice(-2).sort(), ['rgb(0, 114, 178)', 'rgb(213, 94, 0)']);
  const texts = svgTexts(svg);
  for (const text of ['−0.6', '0', '0.6']) assert.ok(texts.includes(text), texts.join());
  assert.is(texts.filter((text) => text === '0.00').length, 0);
});

test('of more than six large generators the caption counts all', async () => {
  const input = rotations(5, 10);
  const names = svgTexts(await draw(input)).filter((text) => text.startsWith('L'));
  assert.equal(names, ['L₁', 'L₂', 'L₃', 'L₄', 'L₅', 'L₆']);
  assert.match(generatorFigure(input)?.caption ?? '', 'The first 6 of 10.');
});

test('of many rows and columns as many are numbered as there is room for, in a figure no wider for its reading', async () => {
  const numbered = async (size: number): Promise<string[]> => {
    const matrix = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_value, column) => row - column),
    );
    const input = withGenerators([matrix], [[{ re: 0, im: 0.5 }]]);
    const long = Array(4).fill('spiral, rotation that shrinks by exp(-0.24) a radian').join('; ');
    const svg = await draw({ ...input, reading: long });
    assert.ok(svgSize(svg)[0] < 520, `${svgSize(svg)[0]} px`);
    const texts = svgTexts(svg);
    const ofMatrix = texts.slice(0, texts.indexOf('eigenvalues λ'));
    return [...new Set(ofMatrix.filter((text) => /^\d+$/.test(text)))];
  };
  const upTo = (last: number, step: number): string[] =>
    Array.from({ length: last / step }, (_, index) => String(step * (index + 1)));
  assert.equal(await numbered(12), upTo(12, 1));
  assert.equal(await numbered(24), upTo(24, 2));
  assert.equal(await numbered(64), ['1', ...upTo(60, 5)]);
  assert.equal(await numbered(100), ['1', ...upTo(100, 10)]);
});

test('a generator that collapsed is seen near the origin, with digits enough to read', async () => {
  const input = withGenerators(
    [
      [
        [0, -0.003],
        [0.003, 0],
      ],
    ],
    [[{ re: 0, im: 0.003 }]],
  );
  const texts = svgTexts(await draw(input));
  assert.ok(texts.includes('0.0030') && texts.includes('0.1') && !texts.includes('0.004'));
});

test('no generator or no finite one gives no figure', () => {
  assert.is(generatorFigure(withGenerators([], [])), null);
  assert.is(generatorFigure(withGenerators([[[NaN]]], [[]])), null);
});

test.run();
