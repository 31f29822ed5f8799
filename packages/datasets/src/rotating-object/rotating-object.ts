import { invalidArgument, type RandomStream } from '@noether/contracts';
import { positiveInteger } from '../positive-integer.js';
import type { SampleSource } from '../samples/sample-source.js';
import { turned, unitMesh, type Mesh } from './mesh.js';
import { randomRotation } from './random-rotation.js';
import type { RenderOptions } from './render-view.js';
import { renderViews } from './render-views.js';

/**
 * The rotating object of LaLiGAN (Yang et al., ICML 2024): three orthographic pictures of 48 × 48 pixels of a
 * mesh in an orientation from the Haar measure of SO(3), values in [0, 1], 6,912 variables. The factors are
 * the nine entries of the rotation, row-major. The paper draws a bookshelf of ModelNet with matplotlib,
 * light from a side; here the mesh fills the frame at every turn and all views have axes in cyclic order.
 * @throws NoetherError when the mesh is no surface or an option out of range
 */
export function rotatingObject(mesh: Mesh, options: RenderOptions = {}): SampleSource {
  const { pixels = 48, samples = 4, halfWidth = 1 } = options;
  positiveInteger('pixels', pixels);
  positiveInteger('samples', samples);
  if (!(halfWidth > 0 && halfWidth < Infinity)) {
    throw invalidArgument('halfWidth', halfWidth, 'it must be a positive length');
  }
  const unit = unitMesh(mesh);
  return Object.freeze({
    name: 'rotating-object',
    names: Array.from({ length: 3 * pixels * pixels }, (_, at) => {
      const pixel = Math.floor(at / 3);
      return `${'xyz'[at % 3]}[${Math.floor(pixel / pixels)},${pixel % pixels}]`;
    }),
    factors: ['r11', 'r12', 'r13', 'r21', 'r22', 'r23', 'r31', 'r32', 'r33'],
    defaults: { train: 10_000, validation: 100, test: 100, noise: 0 },
    draw: (random: RandomStream) => {
      const factor = randomRotation(random);
      return { state: renderViews(turned(unit, factor), { pixels, samples, halfWidth }), factor };
    },
  } satisfies SampleSource);
}
