import { NoetherError } from '@noether/contracts';
import type { Group } from './group.js';
import { gl } from './groups/gl.js';
import { scaling } from './groups/scaling.js';
import { so } from './groups/so.js';
import { so2TimesR } from './groups/so2-times-r.js';
import { so3Plus1 } from './groups/so3-plus-1.js';

const named: Readonly<Record<string, Group>> = { 'so2*r': so2TimesR, 'so3+1': so3Plus1 };
const families: Readonly<Record<string, (n: number) => Group>> = { so, gl, scaling };

/**
 * The group with a name of LaLiGAN's representation grammar (`so2`, `so2*r`, `so3`, `so3+1`, `so4`)
 * or, for any n, `so<n>`, `gl<n>`, `scaling<n>`.
 * @throws NoetherError for an unknown name, with the known ones
 */
export function groupByName(name: string): Group {
  if (Object.hasOwn(named, name)) return named[name];
  const match = /^(so|gl|scaling)(\d{1,2})$/.exec(name);
  if (match) return families[match[1]](Number(match[2]));
  throw new NoetherError(`There is no group named ${JSON.stringify(name)}.`, {
    code: 'unknown-group',
    argument: 'name',
    value: name,
    hint: 'Known are so2, so2*r, so3, so3+1, so4 and, for any n, so<n>, gl<n>, scaling<n>; make others with defineGroup.',
  });
}
