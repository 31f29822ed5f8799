import type { GraphBuilder } from '../trace/graph.js';
import { materialise, symbol, type SymbolicTensor } from '../trace/symbol.js';
import { arranged, permuted } from './layout.js';

/** How tfjs lays out images: batch, height, width, channels, or batch, channels, height, width. */
export type ImageFormat = 'channelsLast' | 'channelsFirst';

/** onnxruntime's layout: batch, channels, height, width. */
export function channelsFirst(
  builder: GraphBuilder,
  x: SymbolicTensor,
  format: ImageFormat,
): SymbolicTensor {
  if (format === 'channelsLast') return permuted(builder, x, [0, 3, 1, 2]);
  return symbol(materialise(builder, x), x.shape, x.type);
}

/** What onnxruntime computed, of the given shape with channels first, as tfjs expects it. */
export function fromChannelsFirst(
  builder: GraphBuilder,
  value: string,
  shape: readonly number[],
  format: ImageFormat,
): SymbolicTensor {
  if (format === 'channelsFirst') return symbol(value, shape, 'float32');
  return arranged(builder, { value, shape, order: [0, 2, 3, 1] }, 'float32');
}

/** Where windows lie along one axis. */
export interface WindowAxis {
  readonly input: number;
  readonly output: number;
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
}

/** Padding before and after, as little as the windows reach, and entries that no window reaches. */
export interface Padding {
  readonly pads: readonly number[];
  readonly spare: readonly number[];
}

export function paddingOf(axes: readonly WindowAxis[]): Padding {
  const beyond = axes.map(
    ({ input, output, size, stride, dilation, before }) =>
      (output - 1) * stride + (size - 1) * dilation + 1 - input - before,
  );
  return {
    pads: [...axes.map(({ before }) => before), ...beyond.map((end) => Math.max(end, 0))],
    spare: beyond.map((end) => Math.max(-end, 0)),
  };
}

/** What tfjs' computeConv2DInfo and computePool2DInfo have in common. */
export interface WindowInfo {
  readonly inHeight: number;
  readonly inWidth: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly filterHeight: number;
  readonly filterWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  readonly padInfo: { readonly top: number; readonly left: number };
}

export function windowAxes(info: WindowInfo): readonly [WindowAxis, WindowAxis] {
  return [
    {
      input: info.inHeight,
      output: info.outHeight,
      size: info.filterHeight,
      stride: info.strideHeight,
      dilation: info.dilationHeight,
      before: info.padInfo.top,
    },
    {
      input: info.inWidth,
      output: info.outWidth,
      size: info.filterWidth,
      stride: info.strideWidth,
      dilation: info.dilationWidth,
      before: info.padInfo.left,
    },
  ];
}
