/** Lists of different length in one array: list i is `entries[start[i]] … entries[start[i + 1] − 1]`. */
export interface FlatLists {
  readonly start: Int32Array;
  readonly entries: Int32Array;
}

export function flatLists(lists: readonly (readonly number[])[]): FlatLists {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => (start[index + 1] = start[index] + list.length));
  return { start, entries: Int32Array.from(lists.flat()) };
}
