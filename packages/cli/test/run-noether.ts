import { fileURLToPath } from 'node:url';
import { runCommandLine } from '@noether/cli';

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As tools/noether.mjs sets them; children of the command find their compiler options by the second. */
const ENVIRONMENT = {
  NOETHER_COMMAND: 'noether',
  NOETHER_ENGINE: '',
  TS_NODE_PROJECT: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
};

/**
 * Runs a command in a folder, in this process, with its output caught. One at a time.
 * @param environment variables besides those of this process
 * @param onOutput hears each piece of stdout
 */
export async function runNoether(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  onOutput: (text: string) => void = () => {},
): Promise<Ended> {
  const [cwd, before] = [process.cwd(), { ...process.env }];
  const set = { ...ENVIRONMENT, ...environment };
  process.chdir(folder);
  Object.assign(process.env, set);
  const stdout = caught(process.stdout, onOutput);
  const stderr = caught(process.stderr);
  try {
    const code = await runCommandLine(args);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.release();
    stderr.release();
    for (const name of Object.keys(set)) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
    process.chdir(cwd);
  }
}

/** Takes what is written to a stream, which is no terminal meanwhile. */
function caught(
  stream: NodeJS.WriteStream,
  onOutput: (text: string) => void = () => {},
): { readonly text: () => string; readonly release: () => void } {
  const { write, isTTY } = stream;
  let text = '';
  stream.isTTY = false;
  stream.write = ((piece: string) => {
    text += piece;
    onOutput(piece);
    return true;
  }) as typeof write;
  return {
    text: () => text,
    release: () => {
      stream.write = write;
      stream.isTTY = isTTY;
    },
  };
}
