import * as tf from '@tensorflow/tfjs';
import { sizeOf } from '@noether/contracts';
import { byRows, windowTable, type Windows } from './window-table.js';

/** x[b, table[i], c], and 0 where table[i] is the number of places: batch × places × channels. */
export function gatherPlaces(x: tf.Tensor3D, table: Int32Array): tf.Tensor3D {
  const [batch, count, channels] = x.shape;
  const reaches = table.includes(count);
  const all = reaches ? tf.concat([x, tf.zeros([batch, 1, channels])], 1) : x;
  return tf.gather(all, tf.tensor1d(table, 'int32'), 1) as tf.Tensor3D;
}

/**
 * The windows of a batch of grids, batch × extents × channels, one a row: (batch · windows) × (entries
 * · channels), with zeros outside. `number` tells how the places of x lie in memory, by rows if absent.
 */
export function gatherWindows(
  x: tf.Tensor,
  windows: Windows,
  number: (place: readonly number[]) => number = byRows(windows.extents),
): tf.Tensor2D {
  const count = sizeOf(windows.extents);
  const channels = x.size / x.shape[0] / count;
  const flat = tf.reshape(x, [x.shape[0], count, channels]) as tf.Tensor3D;
  const entries = windows.size ** windows.extents.length;
  const gathered = gatherPlaces(flat, windowTable(windows, number));
  return tf.reshape(gathered, [x.shape[0] * sizeOf(windows.counts), entries * channels]);
}
