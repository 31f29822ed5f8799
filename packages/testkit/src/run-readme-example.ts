import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Runs the first ```ts block of a README as a module and returns what it exports, so that the
 * example that people copy is known to work. The block is written to a file of a unique name in the
 * folder `test` beside the README (beside the README itself when there is none), where the imports of
 * the package resolve as in its tests, and is removed whatever happens.
 *
 * @param readmeUrl for instance `new URL('../README.md', import.meta.url)`
 * @throws Error when the README has no ```ts block, and whatever the example throws
 */
export async function runReadmeExample(readmeUrl: URL | string): Promise<Record<string, unknown>> {
  const readme = new URL(readmeUrl);
  const block = /^```ts[^\n]*\n([\s\S]*?)^```/m.exec(await readFile(readme, 'utf8'));
  if (!block) {
    throw new Error(`${readme.href} has no \`\`\`ts block; show how the package is used in one.`);
  }
  const tests = new URL('./test/', readme);
  const folder = existsSync(tests) ? tests : new URL('./', readme);
  const file = fileURLToPath(new URL(`readme-${randomUUID()}.ts`, folder));
  await writeFile(file, `${block[1]}\nexport {};\n`, { flag: 'wx' });
  try {
    const example = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    return { ...example };
  } finally {
    await rm(file, { force: true });
  }
}
