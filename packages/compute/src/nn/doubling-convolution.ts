import * as tf from '@tensorflow/tfjs';
import { sizeOf } from '@noether/contracts';
import { blockedFilter, type Spread } from './blocked-filter.js';
import { tiled } from './blocks.js';
import { withGradient } from './custom-gradient.js';
import { gatherWindows } from './gather-windows.js';
import type { Windows } from './window-table.js';

/**
 * The adjoint of a convolution with 3 entries and stride 2 along each axis, padding `same`, plus a
 * number for each channel: batch × extents × inputs → batch × 2·extents × outputs, with W of shape 3 ×
 * … × outputs × inputs. In one matrix product: its rows are blocks of 2 outputs along each axis,
 * computed from windows of 2 inputs.
 */
export const doublingConvolution: (x: tf.Tensor, filter: tf.Tensor, bias: tf.Tensor) => tf.Tensor =
  withGradient<[tf.Tensor, tf.Tensor, tf.Tensor], tf.Tensor>(
    (x, filter, bias) => {
      const [batch, ...extents] = x.shape.slice(0, -1);
      const windows = gatherWindows(x, { extents, counts: extents, size: 2, stride: 1, before: 1 });
      const matrix = blockedFilter(tf.transpose(flat(filter), [0, 2, 1]), spread(extents.length));
      const rows: tf.Tensor2D = tf.matMul(windows, matrix);
      const everywhere = tf.tile(bias, [2 ** extents.length]);
      const doubled = extents.map((extent) => 2 * extent);
      return tiled(tf.add(rows, everywhere), batch, doubled);
    },
    (dy, [x, filter]) => {
      const windows = gatherWindows(dy, strided(dy.shape.slice(1, -1)));
      const [entries, outputs, inputs] = flat(filter).shape;
      const matrix: tf.Tensor2D = tf.reshape(filter, [entries * outputs, inputs]);
      const rows: tf.Tensor2D = tf.reshape(x, [-1, inputs]);
      return [
        tf.reshape(tf.matMul(windows, matrix), x.shape),
        tf.reshape(tf.matMul(windows, rows, true), filter.shape),
        channelSums(dy),
      ];
    },
  );

/** Σ over everything but the channels, first along all but the last axis before them: long rows are fast. */
function channelSums(dy: tf.Tensor): tf.Tensor {
  const [length, channels] = dy.shape.slice(-2);
  const rows = tf.sum(tf.reshape(dy, [-1, length * channels]), 0);
  return tf.sum(tf.reshape(rows, [length, channels]), 0);
}

/** What each input reaches: 3 outputs along each axis. */
function strided(extents: readonly number[]): Windows {
  return { extents, counts: extents.map((extent) => extent / 2), size: 3, stride: 2, before: 0 };
}

/** Output 2i + place gets the inputs i − 1 and i by the entries place + 2 and place. */
function spread(axes: number): Spread {
  return { axes, taps: 2, entry: (tap, place) => place + 2 - 2 * tap };
}

/** 3 × … × outputs × inputs → entries × outputs × inputs. */
function flat(filter: tf.Tensor): tf.Tensor3D {
  const [outputs, inputs] = filter.shape.slice(-2);
  return tf.reshape(filter, [sizeOf(filter.shape.slice(0, -2)), outputs, inputs]);
}
