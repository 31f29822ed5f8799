import { inflateSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { drawFigure } from '../../src/draw-figure.js';
import { fieldActionFigure, fieldForecastFigure } from '../../src/figures/fields.js';
import type { FieldView } from '../../src/index.js';
import { inkShare, readPng } from '../png-image.js';
import { svgSize, svgTexts } from '../svg-texts.js';

const test = suite('fieldActionFigure and fieldForecastFigure');

const ramp = (low: number, high: number, size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, at) => low + ((high - low) * at) / (size - 1));

function view(height: number, width: number, low = -2): FieldView {
  const picture = ramp(low, 2, height * width);
  const sheet = {
    columns: ['t = 1', 't = 2'],
    series: ['data', 'decoded'].map((label) => ({ label, pictures: [picture, picture] })),
  };
  return { quantity: 'u', height, width, thinning: 2, action: sheet, forecast: sheet };
}

async function draw(fields: FieldView): Promise<string> {
  const plan = fieldActionFigure({ fields });
  assert.ok(plan);
  return (await drawFigure(plan)).svg;
}

/** Palette and indices of the first picture. */
function firstImage(svg: string): { palette: number[][]; indices: number[][] } {
  const [, data] = /base64,([^"]+)"/.exec(svg) ?? [];
  const file = Buffer.from(data, 'base64');
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    chunks[file.toString('latin1', at + 4, at + 8)] = file.subarray(at + 8, at + 8 + length);
  }
  const [width, height] = [chunks.IHDR.readUInt32BE(0), chunks.IHDR.readUInt32BE(4)];
  const lines = inflateSync(chunks.IDAT);
  const indices = Array.from({ length: height }, (_, row) =>
    Array.from(lines.subarray(row * (width + 1) + 1, (row + 1) * (width + 1))),
  );
  const palette = Array.from({ length: 256 }, (_, at) =>
    Array.from(chunks.PLTE.subarray(3 * at, 3 * at + 3)),
  );
  return { palette, indices };
}

test('a field is a grid of pictures with labels, the scale of the colours and a length', async () => {
  const svg = await draw(view(3, 5));
  assert.is(svg.match(/<image /g)?.length, 4);
  const texts = svgTexts(svg);
  for (const text of ['t = 1', 't = 2', 'data', 'decoded', '2', '0', '−2', '2 points']) {
    assert.ok(texts.includes(text), text);
  }
});

test('signed data have zero in the middle of the colours, from the first point to the last', async () => {
  const { palette, indices } = firstImage(await draw(view(3, 5)));
  assert.equal([indices.length, indices[0].length], [3, 5]);
  assert.is(indices[0][0], 0);
  assert.is(indices[2][4], 255);
  assert.is(indices[1][2], 128);
  const [red, green, blue] = palette[128];
  assert.ok(Math.max(red, green, blue) - Math.min(red, green, blue) < 5, 'grey');
});

test('data of one sign go from dark to light', async () => {
  const svg = await draw(view(4, 4, 1));
  const { palette } = firstImage(svg);
  const light = palette.map(([red, green, blue]) => 0.3 * red + 0.6 * green + 0.1 * blue);
  assert.ok(light.every((value, at) => at === 0 || value > light[at - 1] - 1));
  assert.ok(svgTexts(svg).includes('1.5'));
});

test('signals are curves over the data, without pictures', async () => {
  const svg = await draw(view(1, 64));
  assert.not.match(svg, '<image');
  // The second row has the first one beneath.
  assert.is(svg.match(/<polyline /g)?.length, 6);
});

test('the PNG shows the pictures, at the width of a column', async () => {
  const plan = fieldForecastFigure({ fields: view(8, 8) });
  assert.ok(plan);
  const { svg, png } = await drawFigure(plan);
  assert.ok(svgSize(svg)[0] <= 420);
  assert.ok(inkShare(readPng(png)) > 0.1);
});

test('without data on a grid there is neither figure', () => {
  assert.is(fieldActionFigure({}), null);
  const { forecast, ...fields } = view(2, 8);
  assert.ok(forecast);
  assert.is(fieldForecastFigure({ fields }), null);
});

test.run();
