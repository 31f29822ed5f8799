import { NoetherError } from '@noether/contracts';

const most = 4_000_000;

/**
 * Keeps a typing error such as `so99` from filling the memory.
 * @throws NoetherError when `dimension` generators of size × size would be more than 4,000,000 numbers
 */
export function checkExtent(name: string, dimension: number, size: number): void {
  const numbers = dimension * size * size;
  if (numbers <= most) return;
  throw new NoetherError(
    `${name} has ${dimension} generators of ${size} × ${size} entries, ${numbers.toLocaleString('en')} numbers; at most ${most.toLocaleString('en')} are made.`,
    {
      code: 'group-too-large',
      argument: 'name',
      value: name,
      hint: 'Take a smaller group, or give defineGroup those generators that you need.',
    },
  );
}
