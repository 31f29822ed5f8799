import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import { drawFigure } from '../src/draw-figure.js';
import { inkShare, readPng } from './png-image.js';
import { svgTexts } from './svg-texts.js';

const test = suite('drawFigure');

function textOnly(text: string): Parameters<typeof drawFigure>[0] {
  return {
    name: 'note',
    title: 'A <note>',
    caption: 'One & only',
    spec: {
      width: 200,
      height: 40,
      view: { stroke: null },
      data: { values: [{ text }] },
      mark: { type: 'text', fontSize: 20 },
      encoding: { text: { field: 'text' } },
    },
  };
}

test('text reaches the PNG from the font files that are passed, without fonts of the system', async () => {
  const empty = await drawFigure(textOnly(' '));
  const filled = await drawFigure(textOnly('ω = 3.06 ẋ₁'));
  assert.is(inkShare(readPng(empty.png)), 0);
  assert.ok(inkShare(readPng(filled.png)) > 0.02);
  assert.equal(svgTexts(filled.svg), ['ω = 3.06 ẋ₁']);
});

test('the PNG has twice the size of the SVG', async () => {
  const { svg, png } = await drawFigure(textOnly('x'));
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const image = readPng(png);
  assert.equal([image.width, image.height], [2 * Number(width), 2 * Number(height)]);
});

test('the SVG names itself for screen readers, and escapes its title and caption', async () => {
  const { svg } = await drawFigure(textOnly('x'));
  assert.match(svg, /^<svg role="img" [^>]*><title>A &lt;note&gt;<\/title><desc>One &amp; only</);
  assert.match(svg, 'font-family="DejaVu Sans, ');
});

test('markup and control characters in data come out as text', async () => {
  const { svg, png } = await drawFigure(textOnly('<b>&"\u0007'));
  assert.equal(svgTexts(svg), ['<b>&"']);
  assert.ok(inkShare(readPng(png)) > 0.01);
});

test('the same plan gives the same bytes', async () => {
  const [first, second] = [await drawFigure(textOnly('x')), await drawFigure(textOnly('x'))];
  assert.is(first.svg, second.svg);
  assert.equal(first.png, second.png);
});

test.run();
