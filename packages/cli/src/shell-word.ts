/** An argument as it can be pasted into a shell: quoted where it is more than a plain word. */
export function shellWord(argument: string): string {
  if (/^[\w./:@%+=-]+$/.test(argument)) return argument;
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
