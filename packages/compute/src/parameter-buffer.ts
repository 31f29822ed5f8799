import { sizeOf } from '@noether/contracts';
import { groupOf } from './program.js';

/** Views start at multiples of this many floats, so that kernels see aligned rows. */
const ALIGNMENT = 16;

/** The part of the flat buffer that belongs to one parameter group. */
export interface GroupRange {
  readonly group: string;
  /** Its parameters, in the order of the buffer. */
  readonly names: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Where each parameter lies in one flat buffer; the parameters of a group are neighbours. */
export interface BufferLayout {
  readonly length: number;
  readonly groups: readonly GroupRange[];
  /** Views of a flat buffer with this layout, by parameter name. */
  views(buffer: Float32Array): Record<string, Float32Array>;
}

export function layoutParameters(
  specs: Readonly<Record<string, { readonly shape: readonly number[] }>>,
): BufferLayout {
  const names = Object.keys(specs);
  const order = [...new Set(names.map(groupOf))];
  const slots: { name: string; from: number; size: number }[] = [];
  const groups: GroupRange[] = [];
  let length = 0;
  for (const group of order) {
    const from = length;
    const members = names.filter((candidate) => groupOf(candidate) === group);
    for (const name of members) {
      const size = sizeOf(specs[name].shape);
      slots.push({ name, from: length, size });
      length += Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    }
    groups.push({ group, names: members, from, to: length });
  }
  return {
    length,
    groups,
    views: (buffer) =>
      Object.fromEntries(
        slots.map(({ name, from, size }) => [name, buffer.subarray(from, from + size)]),
      ),
  };
}
