import { family, single, type GroupFamily } from './group-family.js';
import { affine } from './groups/affine.js';
import { gl } from './groups/gl.js';
import { heisenberg } from './groups/heisenberg.js';
import { lorentz } from './groups/lorentz.js';
import { poincare } from './groups/poincare.js';
import { scaling } from './groups/scaling.js';
import { se } from './groups/se.js';
import { similarity } from './groups/similarity.js';
import { sl } from './groups/sl.js';
import { so } from './groups/so.js';
import { so2TimesR } from './groups/so2-times-r.js';
import { so2Weights } from './groups/so2-weights.js';
import { so3Plus1 } from './groups/so3-plus-1.js';
import { soPq } from './groups/so-pq.js';
import { sp } from './groups/sp.js';
import { su } from './groups/su.js';
import { torus } from './groups/torus.js';
import { translations } from './groups/translations.js';
import { u } from './groups/u.js';

/** All groups that have a name, in the order in which `noether groups` lists them. */
export const groupCatalogue: readonly GroupFamily[] = [
  family('so', 3, 'rotations of n dimensions', so),
  family('gl', 2, 'invertible linear maps of positive determinant', gl),
  family('sl', 2, 'linear maps that preserve volume', sl),
  {
    form: 'so(<p>,<q>)',
    summary: 'pseudo-rotations that preserve p squares minus q squares',
    example: 'so(1,3)',
    pattern: /^so\((\d),(\d)\)$/,
    make: soPq,
  },
  single(lorentz, 'rotations and boosts of (t, x, y, z)'),
  single(poincare, 'Lorentz transformations and translations'),
  family('sp', 4, 'linear canonical transformations of n = 2m phase-space coordinates', sp),
  family('se', 3, 'rigid motions of n dimensions', se),
  family('affine', 2, 'affine maps of n dimensions', affine),
  family('similarity', 2, 'rigid motions and uniform scalings of n dimensions', similarity),
  family('translations', 2, 'translations of n dimensions', translations),
  family('scaling', 2, 'independent scalings of n coordinates', scaling),
  family('u', 2, 'unitary maps of n complex coordinates, in real form', u),
  family('su', 2, 'special unitary maps of n complex coordinates, in real form', su),
  single(heisenberg(1), 'upper triangular 3 × 3 matrices with a unit diagonal'),
  family('heisenberg', 2, 'the Heisenberg group of n pairs', heisenberg),
  family('torus', 2, 'independent rotations of n planes', torus),
  {
    form: 'so2(<k>,<k>, …)',
    summary: 'one angle that turns planes at integer rates',
    example: 'so2(1,2)',
    pattern: /^so2\((-?\d{1,2}(?:,-?\d{1,2})+)\)$/,
    make: (...weights) => so2Weights(weights),
  },
  single(so2TimesR, 'rotations and gentle uniform scalings of the plane, of LaLiGAN'),
  single(so3Plus1, 'rotations of the first three of four coordinates, of LaLiGAN'),
];
