import { test } from 'uvu';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { convolutionOf } from '../../src/lower/convolution-sizes.js';
import { byPatches, byRows } from '../../src/lower/filter-gradient.js';
import { GraphBuilder } from '../../src/trace/graph.js';
import { symbol } from '../../src/trace/symbol.js';
import { runGraph } from '../onnx/run-graph.js';

/** Batch, channels, height and width of x; filter; padding. */
const cases: readonly [number[], number[], 'same' | 'valid'][] = [
  [[2, 3, 6, 5], [3, 3, 3, 4], 'same'],
  [[2, 3, 6, 5], [3, 2, 3, 4], 'valid'],
  [[3, 2, 1, 9], [1, 3, 2, 2], 'same'],
  [[1, 1, 7, 7], [2, 5, 1, 3], 'same'],
];

for (const [shape, filter, pad] of cases) {
  test(`x ${shape.join('×')}, filter ${filter.join('×')}, ${pad}: both ways give the sum itself`, async () => {
    const [batch, channels, height, width] = shape;
    const c = convolutionOf(
      [batch, height, width, channels],
      filter,
      { strides: [1, 1], pad },
      false,
    );
    const upstream = [batch, filter[3], ...c.outputExtents];
    const random = randomStream('filter gradient');
    const size = (of: readonly number[]): number =>
      of.reduce((product, extent) => product * extent, 1);
    const x = random.fillNormal(new Float32Array(size(shape)));
    const dy = random.fillNormal(new Float32Array(size(upstream)));
    const expected = new Float32Array(size(filter));
    const [high, wide, inputs, outputs] = filter;
    const [tall, across] = c.outputExtents;
    for (let at = 0; at < expected.length; at++) {
      const o = at % outputs;
      const i = Math.floor(at / outputs) % inputs;
      const l = Math.floor(at / outputs / inputs) % wide;
      const k = Math.floor(at / outputs / inputs / wide) % high;
      for (let b = 0; b < batch; b++) {
        for (let r = 0; r < tall; r++) {
          for (let s = 0; s < across; s++) {
            const [row, column] = [r + k - c.pads[0], s + l - c.pads[1]];
            if (row < 0 || row >= height || column < 0 || column >= width) continue;
            expected[at] +=
              x[((b * channels + i) * height + row) * width + column] *
              dy[((b * outputs + o) * tall + r) * across + s];
          }
        }
      }
    }
    for (const way of [byRows, byPatches]) {
      const builder = new GraphBuilder();
      const given = symbol(builder.input('x', shape, 'float32'), shape, 'float32');
      const seen = symbol(builder.input('dy', upstream, 'float32'), upstream, 'float32');
      const value = way(builder, given, seen, c);
      const ports = [{ name: value, type: 'float32', shape: filter }] as const;
      const { nodes, constants, inputs } = builder;
      const results = await runGraph(
        { nodes, constants, inputs, work: 0, outputs: ports },
        { x, dy },
      );
      close(results[value], expected, { rtol: 1e-4, atol: 1e-4 }, way.name);
    }
  });
}

test.run();
