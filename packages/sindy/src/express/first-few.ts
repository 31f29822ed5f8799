/** How many are named before the rest is counted. */
const NAMED = 3;

/** The first names of a list and how many more there are: `a, b, c and 5 more`. */
export function firstFew(names: readonly string[], separator = ', '): string {
  if (names.length <= NAMED + 1) return names.join(separator);
  return `${names.slice(0, NAMED).join(separator)} and ${names.length - NAMED} more`;
}
