/** How this command is called here: `noether`, or the npm script of the repository. */
export function commandName(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.NOETHER_COMMAND ?? 'noether';
}
