import type { SampleTable } from '@noether/compute';

/** At most so many rows of a table, evenly spread. */
export function someRows({ data, width }: SampleTable, most: number): Float64Array {
  const rows = data.length / width;
  const count = Math.min(rows, most);
  const chosen = new Float64Array(count * width);
  for (let row = 0; row < count; row++) {
    const from = Math.floor((row * rows) / count) * width;
    chosen.set(data.subarray(from, from + width), row * width);
  }
  return chosen;
}
