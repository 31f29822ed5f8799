/** Ctrl-C and SIGTERM turned into an abort signal. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit code of what stopped the command: 130 for SIGINT, 143 for SIGTERM. */
  exitCode(): number;
  /** Gives the signals back to Node. */
  release(): void;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Milliseconds in which further signals belong to the same key press: npm, npx and this
 * repository's launcher pass on a signal that the terminal has already sent to the whole group.
 */
const SAME_PRESS = 1000;

/**
 * Listens for SIGINT and SIGTERM. The first aborts `signal` and tells `notify`; one more, a second
 * later or after that, ends the process at once.
 */
export function interruption(notify: () => void): Interruption {
  const controller = new AbortController();
  let first: { readonly at: number; readonly code: number } | null = null;
  const hear = (name: NodeJS.Signals): void => {
    const code = EXIT_CODES[name as keyof typeof EXIT_CODES];
    if (first === null) {
      first = { at: performance.now(), code };
      notify();
      controller.abort();
    } else if (performance.now() - first.at >= SAME_PRESS) {
      process.exit(code);
    }
  };
  for (const name of Object.keys(EXIT_CODES)) process.on(name, hear);
  return {
    signal: controller.signal,
    exitCode: () => first?.code ?? 1,
    release: () => {
      for (const name of Object.keys(EXIT_CODES)) process.off(name, hear);
    },
  };
}
