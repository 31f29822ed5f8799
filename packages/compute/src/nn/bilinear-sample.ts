import * as tf from '@tensorflow/tfjs';
import { invalidArgument } from '@noether/contracts';
import { withGradient } from './custom-gradient.js';
import { stopGradient } from './gradient-control.js';

/**
 * Images read at real-valued places, differentiable by the images and by the places:
 * Σ over the four pixels (i, j) around (r, c) of (1 − |r − i|)(1 − |c − j|) image[i, j].
 * images: batch × height × width × channels; places: batch × count × 2, row r and column c in pixels,
 * (0, 0) the centre of the first pixel; result: batch × count × channels. Places outside take the
 * nearest value on the border. (The sampler of Jaderberg et al. 2015, Spatial Transformer Networks.)
 * @throws NoetherError when the shapes do not fit
 */
export function bilinearSample(images: tf.Tensor4D, places: tf.Tensor3D): tf.Tensor3D {
  const [batch, height, width, channels] = images.shape;
  if (places.rank !== 3 || places.shape[0] !== batch || places.shape[2] !== 2) {
    throw invalidArgument(
      'places',
      places.shape,
      `its shape must be ${batch} (the number of images) × count × 2`,
    );
  }
  const rows = along(places, 0, height);
  const columns = along(places, 1, width);
  const pixels = tf.reshape(images, [batch * height * width, channels]) as tf.Tensor2D;
  const first = tf.reshape(tf.mul(tf.range(0, batch, 1, 'float32'), height * width), [batch, 1]);
  const corners = [rows.below, rows.above].flatMap((row) =>
    [columns.below, columns.above].map((column) => {
      const index = tf.add(tf.add(tf.mul(row.place, width), column.place), first);
      const values = pick(pixels, index as tf.Tensor2D);
      return tf.mul(values, tf.expandDims(tf.mul(row.weight, column.weight), 2));
    }),
  );
  return tf.addN(corners) as tf.Tensor3D;
}

/** Rows of a table; tfjs' own gradient fails where the indices are computed from what is trained. */
const pick = withGradient<[tf.Tensor2D, tf.Tensor2D], tf.Tensor3D>(
  (table, index) => tf.gather(table, tf.cast(index, 'int32')) as unknown as tf.Tensor3D,
  (dy, [table, index]) => {
    const [rows, columns] = table.shape;
    const flat = tf.cast(tf.reshape(index, [index.size]), 'int32') as tf.Tensor1D;
    const sums = tf.unsortedSegmentSum(tf.reshape(dy, [index.size, columns]), flat, rows);
    return [sums, tf.zerosLike(index)];
  },
);

interface Neighbour {
  readonly place: tf.Tensor;
  readonly weight: tf.Tensor;
}

/** The pixels on both sides of the places along an axis, and how much each counts. */
function along(
  places: tf.Tensor3D,
  axis: 0 | 1,
  extent: number,
): { below: Neighbour; above: Neighbour } {
  const given = tf.slice(places, [0, 0, axis], [-1, -1, 1]).squeeze([2]);
  // Clipped to a single number, tfjs gives a constant on which no gradient falls.
  const position = extent === 1 ? tf.zerosLike(given) : tf.clipByValue(given, 0, extent - 1);
  const below = tf.minimum(tf.floor(stopGradient(position)), Math.max(extent - 2, 0));
  const above = tf.minimum(tf.add(below, 1), extent - 1);
  const fraction = tf.sub(position, below);
  return {
    below: { place: below, weight: tf.sub(1, fraction) },
    above: { place: above, weight: fraction },
  };
}
