import type { Mesh } from './mesh.js';
import { renderView, type RenderOptions } from './render-view.js';

/**
 * Three orthographic pictures of a mesh, seen from +x, +y and +z by {@link renderView}: row-major rows ×
 * columns × 3, the views running fastest, as the channels of convolutional autoencoders do.
 */
export function renderViews(mesh: Mesh, options: RenderOptions = {}): Float64Array {
  const views = ([0, 1, 2] as const).map((axis) => renderView(mesh, axis, options));
  return Float64Array.from(
    { length: 3 * views[0].length },
    (_, at) => views[at % 3][Math.floor(at / 3)],
  );
}
