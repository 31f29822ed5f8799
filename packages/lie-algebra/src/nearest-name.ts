/** The name that the fewest insertions, deletions and replacements turn `text` into (Levenshtein). */
export function nearestName(text: string, names: readonly string[]): string {
  const distances = names.map((name) => editDistance(text, name));
  return names[distances.indexOf(Math.min(...distances))];
}

function editDistance(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 0; i < first.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < second.length; j++) {
      const replaced = row[j] + (first[i] === second[j] ? 0 : 1);
      next.push(Math.min(replaced, row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[second.length];
}
