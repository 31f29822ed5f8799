import * as tf from '@tensorflow/tfjs';
import { sizeOf } from '@noether/contracts';
import type { Attribute, GraphBuilder } from '../trace/graph.js';
import { materialise, symbol, uniform, type SymbolicTensor } from '../trace/symbol.js';
import { channelsFirst, fromChannelsFirst, paddingOf, windowAxes } from './image-layout.js';
import type { WindowAxis } from './image-layout.js';
import { reshaped } from './layout.js';
import type { Lowering, LoweringTable } from './lowering.js';

const LAST = 'channelsLast';

interface Pooling {
  readonly axes: readonly [WindowAxis, WindowAxis];
  /** Batch and channels. */
  readonly planes: readonly [number, number];
  readonly spare: readonly number[];
  readonly attributes: Record<string, Attribute>;
}

function poolingOf(x: SymbolicTensor, attributes: Readonly<Record<string, unknown>>): Pooling {
  const info = tf.backend_util.computePool2DInfo(
    x.shape as [number, number, number, number],
    attributes.filterSize as [number, number],
    attributes.strides as [number, number],
    1,
    attributes.pad as 'valid' | 'same' | number,
    attributes.dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
  );
  const axes = windowAxes(info);
  const { pads, spare } = paddingOf(axes);
  const kernel_shape = axes.map(({ size }) => size);
  const strides = axes.map(({ stride }) => stride);
  const planes = [info.batchSize, info.inChannels] as const;
  return { axes, planes, spare, attributes: { kernel_shape, strides, pads } };
}

const inputShape = ({ planes, axes }: Pooling): number[] => [
  ...planes,
  ...axes.map(({ input }) => input),
];

const outputShape = ({ planes, axes }: Pooling): number[] => [
  ...planes,
  ...axes.map(({ output }) => output),
];

/** The largest entries and where in the whole input they are; of equal ones the first. */
function largest(
  builder: GraphBuilder,
  x: SymbolicTensor,
  { attributes }: Pooling,
): readonly string[] {
  return builder.split('MaxPool', [channelsFirst(builder, x, LAST).value], attributes, 2);
}

const maxPool: Lowering = (builder, { x }, attributes) => {
  const pooling = poolingOf(x, attributes);
  const [value] = largest(builder, x, pooling);
  return fromChannelsFirst(builder, value, outputShape(pooling), LAST);
};

const maxPoolGradient: Lowering = (builder, { dy, input }, attributes) => {
  const pooling = poolingOf(input, attributes);
  const upstream = channelsFirst(builder, dy, LAST);
  const shape = inputShape(pooling);
  const places = inHalves(pooling)
    ? placesInHalves(builder, input, pooling)
    : largest(builder, input, pooling)[1];
  const apart = pooling.axes.every(({ stride, size }) => stride >= size);
  const value = apart
    ? builder.node(
        'MaxUnpool',
        [upstream.value, places, builder.integers(shape)],
        pooling.attributes,
      )
    : scattered(builder, upstream, places, shape);
  return fromChannelsFirst(builder, value, shape, LAST);
};

/**
 * Whether the windows are pairs that fill a width of 2n, or four that fill 2m × 2n, of planes whose
 * places are whole numbers in float32.
 */
function inHalves({ axes: [vertical, horizontal] }: Pooling): boolean {
  if (vertical.input * horizontal.input >= 2 ** 24) return false;
  const halved = ({ input, size, stride, before }: WindowAxis): boolean =>
    size === 2 && stride === 2 && before === 0 && input % 2 === 0;
  const single = vertical.size === 1 && vertical.stride === 1 && vertical.before === 0;
  return halved(horizontal) && (halved(vertical) || single);
}

/**
 * Where the first largest entry of each window is in the whole input, from poolings over parts of the
 * windows: onnxruntime's own search for it takes three times as long as these.
 */
function placesInHalves(builder: GraphBuilder, x: SymbolicTensor, pooling: Pooling): string {
  const [value] = largest(builder, x, pooling);
  const image = channelsFirst(builder, x, LAST).value;
  const { strides, pads } = pooling.attributes;
  const holds = (...kernel_shape: number[]): string => {
    const part = builder.split('MaxPool', [image], { kernel_shape, strides, pads }, 2)[0];
    return builder.node('Equal', [part, value]);
  };
  const [{ size: rows, input: height }, { input: width }] = pooling.axes;
  const choose = (condition: string, first: string, second: string): string =>
    builder.node('Where', [condition, first, second]);
  const at = (place: number): string => builder.scalar(place);
  const inFirstRow = choose(holds(1, 1), at(0), at(1));
  const place =
    rows === 1
      ? inFirstRow
      : choose(holds(1, 2), inFirstRow, choose(holds(2, 1), at(width), at(width + 1)));
  const [, , tall, wide] = outputShape(pooling);
  const corners = Float32Array.from(
    { length: tall * wide },
    (_, index) => Math.floor(index / wide) * rows * width + (index % wide) * 2,
  );
  const planes = BigInt64Array.from({ length: sizeOf(pooling.planes) }, (_, plane) =>
    BigInt(plane * height * width),
  );
  const corner = builder.constant(corners, [1, 1, tall, wide], 'float32');
  const inPlane = builder.node('Cast', [builder.node('Add', [place, corner])], { to: 7 });
  const offsets = builder.constant(planes, [...pooling.planes, 1, 1], 'int64');
  return builder.node('Add', [inPlane, offsets]);
}

/** Sums of the entries that belong to the same place, for windows that overlap. */
function scattered(
  builder: GraphBuilder,
  entries: SymbolicTensor,
  places: string,
  shape: readonly number[],
): string {
  const flat = builder.integers([-1]);
  const zeros = materialise(builder, uniform(builder, 0, [sizeOf(shape)], 'float32'));
  const [indices, updates] = [places, entries.value].map((value) =>
    builder.node('Reshape', [value, flat]),
  );
  const sums = builder.node('ScatterElements', [zeros, indices, updates], {
    axis: 0,
    reduction: 'add',
  });
  return builder.node('Reshape', [sums, builder.integers(shape)]);
}

const averagePool: Lowering = (builder, { x }, attributes) => {
  const pooling = poolingOf(x, attributes);
  const value = builder.node(
    'AveragePool',
    [channelsFirst(builder, x, LAST).value],
    pooling.attributes,
  );
  return fromChannelsFirst(builder, value, outputShape(pooling), LAST);
};

/**
 * Every entry of a window gets dy over the entries that the window holds, as the mean has it; tfjs-cpu
 * divides by the whole window, padding included, which is wrong at a padded border.
 */
const averagePoolGradient: Lowering = (builder, { dy, input }, attributes) => {
  const pooling = poolingOf(input, attributes);
  const { planes, axes, spare } = pooling;
  const size = axes.map((axis) => axis.size);
  const upstream = channelsFirst(builder, dy, LAST);
  const flat = [sizeOf(planes), 1, ...axes.map(({ output }) => output)];
  const given = reshaped(builder, symbol(upstream.value, upstream.shape, 'float32'), flat);
  const shares = builder.constant(sharesOf(pooling), [1, 1, ...flat.slice(2)], 'float32');
  const ones = new Float32Array(sizeOf(size)).fill(1);
  const spread = builder.node(
    'ConvTranspose',
    [
      builder.node('Mul', [given.value, shares]),
      builder.constant(ones, [1, 1, ...size], 'float32'),
    ],
    { ...pooling.attributes, output_padding: spare },
  );
  const shape = inputShape(pooling);
  const value = builder.node('Reshape', [spread, builder.integers(shape)]);
  return fromChannelsFirst(builder, value, shape, LAST);
};

/** One over the entries that each window holds. */
function sharesOf({ axes: [vertical, horizontal] }: Pooling): Float32Array {
  const [rows, columns] = [entriesHeld(vertical), entriesHeld(horizontal)];
  return Float32Array.from(rows.flatMap((tall) => columns.map((wide) => 1 / (tall * wide))));
}

/** How many entries of the input each window along an axis holds. */
function entriesHeld({ input, output, size, stride, before }: WindowAxis): number[] {
  return Array.from({ length: output }, (_, at) => {
    const from = at * stride - before;
    return Math.min(from + size, input) - Math.max(from, 0);
  });
}

/** Pooling in two dimensions; tfjs' one-dimensional pooling is of height 1. */
export const poolingLowerings: LoweringTable = {
  AvgPool: averagePool,
  AvgPoolGrad: averagePoolGradient,
  MaxPool: maxPool,
  MaxPoolGrad: maxPoolGradient,
};
