import { knownBlocks, type KnownAlgebra } from './known-blocks.js';

const cache = new Map<string, readonly KnownAlgebra[]>();

/**
 * The algebras of dimension c on Rⁿ that `interpretAlgebra` can name: those with a name of their own
 * and direct sums of them on blocks of coordinates, some of which may be left alone («so(2) + scaling,
 * 1 fixed»; of two parts at most when n > 6). Every one stands for all its conjugates.
 */
export function knownAlgebras(n: number, c: number): readonly KnownAlgebra[] {
  const key = `${n} ${c}`;
  const known = cache.get(key) ?? [
    ...blocksOf(n).filter(({ generators }) => generators.length === c),
    ...directSums(n, c),
  ];
  cache.set(key, known);
  return known;
}

const blockCache = new Map<number, readonly KnownAlgebra[]>();

function blocksOf(n: number): readonly KnownAlgebra[] {
  const blocks = blockCache.get(n) ?? knownBlocks(n);
  blockCache.set(n, blocks);
  return blocks;
}

function directSums(n: number, c: number): KnownAlgebra[] {
  const sums: KnownAlgebra[] = [];
  const most = n <= 6 ? n : 2;
  const extend = (parts: readonly KnownAlgebra[], space: number, left: number): void => {
    const last = parts[parts.length - 1];
    if (left === 0 && parts.length + space > 1) sums.push(directSum(n, parts));
    if (parts.length === most) return;
    for (let size = Math.min(space, last?.n ?? n - 1); size > 0; size--) {
      const blocks = blocksOf(size);
      const first = last?.n === size ? blocks.indexOf(last) : 0;
      for (const block of blocks.slice(first)) {
        if (block.generators.length <= left) {
          extend([...parts, block], space - size, left - block.generators.length);
        }
      }
    }
  };
  extend([], n, c);
  return sums;
}

function directSum(n: number, parts: readonly KnownAlgebra[]): KnownAlgebra {
  const generators: Float64Array[] = [];
  let offset = 0;
  for (const part of parts) {
    for (const block of part.generators) {
      const generator = new Float64Array(n * n);
      for (let entry = 0; entry < block.length; entry++) {
        const row = offset + Math.floor(entry / part.n);
        generator[row * n + offset + (entry % part.n)] = block[entry];
      }
      generators.push(generator);
    }
    offset += part.n;
  }
  const fixed = n - offset;
  return { name: sumName(parts) + (fixed > 0 ? `, ${fixed} fixed` : ''), n, generators };
}

function sumName(parts: readonly KnownAlgebra[]): string {
  const axes = parts.filter(({ name }) => name === 'scaling').length;
  const names = parts.map(({ name }) => name).filter((name) => name !== 'scaling');
  if (axes > 0) names.push(axes > 1 ? `scaling(${axes})` : 'scaling');
  return names.join(' + ');
}
