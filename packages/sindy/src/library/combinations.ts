/**
 * The choices of `size` of the numbers 0 … length − 1 in lexicographic order, each ascending; with
 * `repeats` one number may be taken several times.
 */
export function combinations(length: number, size: number, repeats: boolean): number[][] {
  if (size === 0) return [[]];
  const list: number[][] = [];
  const grow = (chosen: readonly number[]): void => {
    if (chosen.length === size) {
      list.push([...chosen]);
      return;
    }
    const last = chosen.length === 0 ? 0 : chosen[chosen.length - 1] + (repeats ? 0 : 1);
    for (let next = last; next < length; next++) grow([...chosen, next]);
  };
  grow([]);
  return list;
}
