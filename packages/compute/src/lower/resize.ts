import type { GraphBuilder } from '../trace/graph.js';
import { materialise, symbol, type SymbolicTensor } from '../trace/symbol.js';
import type { Lowering, LoweringTable } from './lowering.js';

interface Rule {
  readonly from: number;
  readonly to: number;
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

/** The weights of one axis, to × from, row-major. */
type Weights = (rule: Rule) => Float32Array;

/** Position in the old image of entry `index` of the new one, without the half pixel. */
function scaleOf({ from, to, alignCorners }: Rule): number {
  return alignCorners && to > 1 ? (from - 1) / (to - 1) : from / to;
}

const linear: Weights = (rule) => {
  const { from, to, halfPixelCenters } = rule;
  const weights = new Float32Array(to * from);
  for (let index = 0; index < to; index++) {
    const position = halfPixelCenters ? scaleOf(rule) * (index + 0.5) - 0.5 : scaleOf(rule) * index;
    const below = Math.max(0, Math.floor(position));
    const above = Math.min(from - 1, Math.ceil(position));
    weights[index * from + below] += 1 - (position - below);
    weights[index * from + above] += position - below;
  }
  return weights;
};

const nearest: Weights = (rule) => {
  const { from, to, halfPixelCenters, alignCorners } = rule;
  const weights = new Float32Array(to * from);
  for (let index = 0; index < to; index++) {
    const position = scaleOf(rule) * (index + (halfPixelCenters ? 0.5 : 0));
    const place = Math.min(from - 1, alignCorners ? Math.round(position) : Math.floor(position));
    weights[index * from + Math.max(0, place)] = 1;
  }
  return weights;
};

/** Rows, then columns, each as a product with a constant matrix, or with its transpose. */
function separable(
  builder: GraphBuilder,
  x: SymbolicTensor,
  matrices: readonly [Float32Array, Float32Array],
  extents: readonly [number, number],
  transA: 0 | 1,
): SymbolicTensor {
  const [batch, height, width, channels] = x.shape;
  const [rows, columns] = matrices.map((weights, axis) => {
    const pair = [extents[axis], x.shape[axis + 1]];
    return builder.constant(weights, transA ? pair.reverse() : pair, 'float32');
  });
  const reshape = (value: string, shape: number[]): string =>
    builder.node('Reshape', [value, builder.integers(shape)]);
  const times = (matrix: string, value: string): string =>
    builder.node('FusedMatMul', [matrix, value], { transA, transB: 0 }, 'com.microsoft');
  const [tall, wide] = extents;
  builder.work += 2 * batch * channels * tall * width * (height + wide);
  const high = times(rows, reshape(materialise(builder, x), [batch, height, width * channels]));
  const both = times(columns, reshape(high, [batch * tall, width, channels]));
  const shape = [batch, tall, wide, channels];
  return symbol(reshape(both, shape), shape, 'float32');
}

type Extents = readonly [number, number];

function matricesOf(
  weights: Weights,
  from: Extents,
  to: Extents,
  attributes: Readonly<Record<string, unknown>>,
): [Float32Array, Float32Array] {
  const alignCorners = Boolean(attributes.alignCorners);
  const halfPixelCenters = Boolean(attributes.halfPixelCenters);
  const along = (axis: 0 | 1): Float32Array =>
    weights({ from: from[axis], to: to[axis], alignCorners, halfPixelCenters });
  return [along(0), along(1)];
}

const extentsOf = ({ shape }: SymbolicTensor): Extents => [shape[1], shape[2]];

const resize =
  (weights: Weights): Lowering =>
  (builder, { images }, attributes) => {
    const size = attributes.size as [number, number];
    const matrices = matricesOf(weights, extentsOf(images), size, attributes);
    return separable(builder, images, matrices, size, 0);
  };

const resizeGradient =
  (weights: Weights): Lowering =>
  (builder, { images, dy }, attributes) => {
    const matrices = matricesOf(weights, extentsOf(images), extentsOf(dy), attributes);
    return separable(builder, dy, matrices, extentsOf(images), 1);
  };

/** Images of another size. The gradient is the exact adjoint. */
export const resizeLowerings: LoweringTable = {
  ResizeBilinear: resize(linear),
  ResizeBilinearGrad: resizeGradient(linear),
  ResizeNearestNeighbor: resize(nearest),
  ResizeNearestNeighborGrad: resizeGradient(nearest),
};
