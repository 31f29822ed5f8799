import { sizeOf } from '@noether/contracts';
import type { GraphBuilder } from '../trace/graph.js';
import { symbol, type SymbolicTensor } from '../trace/symbol.js';
import type { Convolution } from './convolution-sizes.js';
import { permuted } from './layout.js';

/** Numbers in the patches of one image batch, 256 MB of them, beyond which memory is spared. */
const MOST_PATCHES = 2 ** 26;

/**
 * The gradient of a convolution by its filter, height × width × inputs × outputs,
 * dW[k, l, c, o] = Σ x[b, c, i·stride + k − before, j·stride + l − before] dy[b, o, i, j],
 * for x and dy with channels first.
 */
export function fullFilterGradient(
  builder: GraphBuilder,
  x: SymbolicTensor,
  dy: SymbolicTensor,
  c: Convolution,
): SymbolicTensor {
  const still = [...c.strides, ...c.dilations].every((step) => step === 1);
  const large = sizeOf([...c.size, c.inputs, c.batch, ...c.outputExtents]) > MOST_PATCHES;
  const value =
    large && still && Math.min(...sidePadding(c)) >= 0
      ? byRows(builder, x, dy, c)
      : byPatches(builder, x, dy, c);
  return symbol(value, [...c.size, c.inputs, c.outputs], 'float32');
}

/** What is left and right of dy while rows of x pass over it. */
function sidePadding({ size, pads, inputExtents, outputExtents }: Convolution): [number, number] {
  const left = size[1] - 1 - pads[1];
  return [left, size[1] - 1 + inputExtents[1] - outputExtents[1] - left];
}

/**
 * One convolution: dy's channels stand below each other in an image whose channels are the batch, so
 * that nothing of dy moves in memory; x, shifted vertically in every way, is the filter, as high as
 * one channel of dy. Horizontal shifts are the convolution's, in opposite order. Two to three times
 * as slow as patches, and needs a third of their memory.
 */
export function byRows(
  builder: GraphBuilder,
  x: SymbolicTensor,
  dy: SymbolicTensor,
  c: Convolution,
): string {
  const [high, wide] = c.size;
  const [tall] = c.outputExtents;
  const [left, right] = sidePadding(c);
  const swapped = padded(builder, permuted(builder, x, [1, 0, 2, 3]).value, [
    c.pads[0],
    0,
    c.pads[2],
    0,
  ]);
  const shifts = Array.from({ length: high }, (_, row) =>
    high === 1 ? swapped : sliced(builder, swapped, [2], [row], [row + tall], [1]),
  );
  const image = reshape(builder, dy.value, [1, c.batch, c.outputs * tall, c.outputExtents[1]]);
  const found = builder.node('Conv', [image, stacked(builder, shifts)], {
    kernel_shape: [tall, c.inputExtents[1]],
    strides: [tall, 1],
    dilations: [1, 1],
    pads: [0, left, 0, right],
    group: 1,
  });
  const split = reshape(builder, found, [high, c.inputs, c.outputs, wide]);
  const turned = wide === 1 ? split : sliced(builder, split, [3], [wide - 1], [-wide - 1], [-1]);
  return builder.node('Transpose', [turned], { perm: [0, 3, 1, 2] });
}

/** One matrix product: every shift of x, with the stride's steps, times dy. The fastest. */
export function byPatches(
  builder: GraphBuilder,
  x: SymbolicTensor,
  dy: SymbolicTensor,
  c: Convolution,
): string {
  const swapped = padded(builder, permuted(builder, x, [1, 0, 2, 3]).value, c.pads);
  const shifts = Array.from({ length: c.size[0] }, (_, row) =>
    Array.from({ length: c.size[1] }, (_, column) => {
      const from = [row * c.dilations[0], column * c.dilations[1]];
      const to = from.map(
        (start, axis) => start + (c.outputExtents[axis] - 1) * c.strides[axis] + 1,
      );
      return sliced(builder, swapped, [2, 3], from, to, c.strides);
    }),
  );
  const places = c.batch * sizeOf(c.outputExtents);
  const patches = reshape(builder, stacked(builder, shifts.flat()), [
    sizeOf(c.size) * c.inputs,
    places,
  ]);
  const upstream = reshape(builder, permuted(builder, dy, [1, 0, 2, 3]).value, [c.outputs, places]);
  const product = builder.node('Gemm', [patches, upstream], { transA: 0, transB: 1 });
  return reshape(builder, product, [...c.size, c.inputs, c.outputs]);
}

function reshape(builder: GraphBuilder, value: string, shape: readonly number[]): string {
  return builder.node('Reshape', [value, builder.integers(shape)]);
}

function stacked(builder: GraphBuilder, values: readonly string[]): string {
  return values.length === 1 ? values[0] : builder.node('Concat', values, { axis: 0 });
}

/** Zeros above, left, below and right of every image. */
function padded(builder: GraphBuilder, value: string, pads: readonly number[]): string {
  if (pads.every((amount) => amount === 0)) return value;
  const amounts = [0, 0, pads[0], pads[1], 0, 0, pads[2], pads[3]];
  return builder.node('Pad', [value, builder.integers(amounts), builder.scalar(0)]);
}

function sliced(
  builder: GraphBuilder,
  value: string,
  axes: readonly number[],
  from: readonly number[],
  to: readonly number[],
  steps: readonly number[],
): string {
  const bounds = [from, to, axes, steps].map((numbers) => builder.integers(numbers));
  return builder.node('Slice', [value, ...bounds]);
}
