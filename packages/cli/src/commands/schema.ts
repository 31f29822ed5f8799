import type { Command } from 'commander';
import { configJsonSchema } from '@noether/pipeline';

/** `noether schema`: the JSON schema of pipeline.json, for editors. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('Print the JSON schema of pipeline.json, for editors')
    .action(() => {
      process.stdout.write(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
    });
}
