// npm run bench -- COMMAND [options]: each file of commands/ is one command, described at its top.
import { readdirSync } from 'node:fs';

const commands = readdirSync(new URL('commands/', import.meta.url))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const [command, ...options] = process.argv.slice(2);
if (!commands.includes(command)) {
  console.error(`Usage: npm run bench -- ${commands.join('|')} [options]`);
  process.exit(2);
}
const { run } = await import(`./commands/${command}.mjs`);
await run(options);
