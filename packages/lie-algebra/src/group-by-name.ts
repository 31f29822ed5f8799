import { invalidArgument, NoetherError, nearestName } from '@noether/contracts';
import type { Group } from './group.js';
import { groupCatalogue } from './group-catalogue.js';
import { copies } from './groups/copies.js';
import { directProduct } from './groups/direct-product.js';

/**
 * The group with a name of the catalogue, such as `so3`, `so(3)`, `so(1,3)`, `su2`, `lorentz`, of a
 * direct product of them, `so3 x scaling2`, or of the same element in several blocks, `2*so3`. The names
 * of LaLiGAN's representations, `so2`, `so2*r`, `so3`, `so3+1`, `so4`, are among them. Case and spaces
 * within a name do not matter.
 * @throws NoetherError `unknown-group` for another name, with the nearest known one
 */
export function groupByName(name: string): Group {
  if (typeof (name as unknown) !== 'string') {
    throw invalidArgument('name', name, 'give the name of a group, such as so3');
  }
  const factors = name.toLowerCase().split(/\s+x\s+|×/);
  const groups = factors.map((factor) => factorByName(factor.replaceAll(/\s/g, ''), name));
  return groups.length === 1 ? groups[0] : directProduct(...groups);
}

function factorByName(factor: string, name: string): Group {
  for (const { pattern, make } of groupCatalogue) {
    const match = pattern.exec(factor);
    if (match) return make(...integersOf(match));
  }
  const repeated = /^(\d)\*(.+)$/.exec(factor);
  if (repeated) return copies(factorByName(repeated[2], name), Number(repeated[1]));
  const similar = nearestName(
    factor,
    groupCatalogue.map(({ example }) => example),
  );
  const suggestion = similar === null ? '' : `Did you mean ${similar}? `;
  const forms = groupCatalogue.map(({ form }) => form).join(', ');
  throw new NoetherError(`There is no group named ${JSON.stringify(name)}.`, {
    code: 'unknown-group',
    argument: 'name',
    value: name,
    hint: `${suggestion}Known are ${forms}, products "so3 x scaling2" and copies "2*so3"; make others with defineGroup.`,
  });
}

function integersOf(match: RegExpExecArray): number[] {
  return match
    .slice(1)
    .filter((part) => part !== undefined)
    .flatMap((part) => part.split(',').map(Number));
}
