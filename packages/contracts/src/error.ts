/** What a {@link NoetherError} tells besides its message. */
export interface ErrorDetails {
  /** Stable identifier such as `invalid-argument`, for programs. */
  readonly code: string;
  /** Name of the argument or the path in a configuration. */
  readonly argument?: string;
  /** The offending value. */
  readonly value?: unknown;
  /** What to do about it, one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** The one error class of all packages: a message for people, a stable `code` for programs. */
export class NoetherError extends Error {
  readonly code: string;
  readonly argument: string | undefined;
  readonly value: unknown;
  readonly hint: string | undefined;

  constructor(message: string, details: ErrorDetails) {
    const text = details.hint ? `${message} ${details.hint}` : message;
    super(text, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'NoetherError';
    this.code = details.code;
    this.argument = details.argument;
    this.value = details.value;
    this.hint = details.hint;
  }
}

/** Builds the error for a bad argument: names it, shows the value, says what is wanted. */
export function invalidArgument(argument: string, value: unknown, wanted: string): NoetherError {
  return new NoetherError(`${argument} is ${show(value)}; ${wanted}.`, {
    code: 'invalid-argument',
    argument,
    value,
  });
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    const { length } = value as unknown as { length: number };
    return `an array of ${length} values`;
  }
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
