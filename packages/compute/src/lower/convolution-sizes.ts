import * as tf from '@tensorflow/tfjs';
import { paddingOf, windowAxes, type ImageFormat, type Padding } from './image-layout.js';

/** A convolution with all of its sizes known. */
export interface Convolution extends Padding {
  readonly format: ImageFormat;
  readonly batch: number;
  readonly inputs: number;
  readonly outputs: number;
  /** 1, or for depthwise convolutions the number of input channels. */
  readonly groups: number;
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly inputExtents: readonly number[];
  readonly outputExtents: readonly number[];
}

type Attributes = Readonly<Record<string, unknown>>;
type Quad = [number, number, number, number];

/** The sizes by tfjs' own rules, from the attributes of its kernels. */
export function convolutionOf(
  inputShape: readonly number[],
  filterShape: readonly number[],
  attributes: Attributes,
  depthwise: boolean,
): Convolution {
  const named = (attributes.dataFormat ?? 'NHWC') as 'NHWC' | 'NCHW';
  const format = tf.backend_util.convertConv2DDataFormat(named);
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as Quad,
    filterShape as Quad,
    attributes.strides as [number, number],
    (attributes.dilations ?? [1, 1]) as [number, number],
    attributes.pad as 'valid' | 'same' | number,
    attributes.dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
    depthwise,
    format,
  );
  const axes = windowAxes(info);
  return {
    ...paddingOf(axes),
    format,
    batch: info.batchSize,
    inputs: info.inChannels,
    outputs: info.outChannels,
    groups: depthwise ? info.inChannels : 1,
    size: axes.map((axis) => axis.size),
    strides: axes.map((axis) => axis.stride),
    dilations: axes.map((axis) => axis.dilation),
    inputExtents: axes.map((axis) => axis.input),
    outputExtents: axes.map((axis) => axis.output),
  };
}
