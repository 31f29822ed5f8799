/**
 * The entries of tuples `(a, b); (c, d)` that stand between `;`, `+` or spaces. Parentheses within an
 * entry belong to it, so that `(2,so(1,3))` has two entries. Null when the text is not made that way
 * or has no tuple.
 */
export function splitTuples(text: string): string[][] | null {
  const tuples: string[][] = [];
  let depth = 0;
  for (const letter of text) {
    if (letter === ')') depth--;
    if (depth < 0 || (depth === 0 && !/[()\s;+]/.test(letter))) return null;
    if (depth === 0 && letter === '(') tuples.push(['']);
    else if (depth === 1 && letter === ',') tuples.at(-1)?.push('');
    else if (depth > 0) {
      const tuple = tuples[tuples.length - 1];
      tuple[tuple.length - 1] += letter;
    }
    if (letter === '(') depth++;
  }
  if (depth !== 0 || tuples.length === 0) return null;
  return tuples.map((entries) => entries.map((entry) => entry.trim()));
}
