import { invalidArgument, type RandomStream } from '@noether/contracts';
import { multiply } from '@noether/numerics';
import { positiveInteger } from '../positive-integer.js';
import type { SampleSource } from '../samples/sample-source.js';
import { turned, unitMesh, type Mesh } from './mesh.js';
import { randomRotation } from './random-rotation.js';
import type { RenderOptions } from './render-view.js';
import { renderViews } from './render-views.js';

/** Options of {@link rotatingObject}. */
export interface RotatingObjectOptions extends RenderOptions {
  /**
   * Rotations A₁, A₂ … row-major: a sample shows the object in the orientations RA₁, RA₂ …, with R random,
   * instead of R alone.
   */
  readonly actions?: readonly Float64Array[];
}

/**
 * The rotating object of LaLiGAN (Yang et al., ICML 2024): three orthographic pictures of 48 × 48 pixels of a
 * mesh in an orientation from the Haar measure of SO(3), values in [0, 1], 6,912 variables. The factors are
 * the nine entries of the rotation, row-major. With `actions`, an element of SO(3) acts on all pictures of a
 * sample alike: it turns the object after R did. (The code of LaLiGAN draws AᵢR, that of SymReg, from which it comes, RAᵢ. With the
 * first a latent vector follows an axis of the room as the object sees it, with the second an axis of the object, which says
 * more about pictures.) The paper draws a bookshelf of ModelNet with matplotlib,
 * light from a side; here the mesh fills the frame at every turn and all views have axes in cyclic order.
 * @throws NoetherError when the mesh is no surface or an option out of range
 */
export function rotatingObject(mesh: Mesh, options: RotatingObjectOptions = {}): SampleSource {
  const { pixels = 48, samples = 4, halfWidth = 1, actions } = options;
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
    factorKind: 'rotation',
    factors: ['r11', 'r12', 'r13', 'r21', 'r22', 'r23', 'r31', 'r32', 'r33'],
    defaults: { train: 10_000, validation: 100, test: 100, noise: 0 },
    draw: (random: RandomStream) => {
      const rotation = randomRotation(random);
      const poses = actions?.map((action) => multiply(rotation, action, 3, 3, 3)) ?? [rotation];
      const draw = (pose: Float64Array): Float64Array =>
        renderViews(turned(unit, pose), { pixels, samples, halfWidth });
      return { state: joined(poses.map(draw)), factor: joined(poses) };
    },
  } satisfies SampleSource);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const [{ length }] = parts;
  const all = new Float64Array(parts.length * length);
  parts.forEach((part, at) => all.set(part, at * length));
  return all;
}
