import type { Command } from 'commander';
import { configJsonSchema } from '@noether/pipeline';
import { configurationPage } from '../configuration-page.js';

/** `noether schema`: every option of pipeline.json, for editors or for people. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('Print the JSON schema of pipeline.json, for editors')
    .option('--markdown', 'print a page for people instead')
    .action(({ markdown }: { readonly markdown?: true }) => {
      const schema = configJsonSchema();
      process.stdout.write(
        markdown ? configurationPage(schema) : `${JSON.stringify(schema, null, 2)}\n`,
      );
    });
}
