import { NoetherError } from '@noether/contracts';

/** An error as a message between processes. */
export interface ErrorMessage {
  readonly message: string;
  readonly stack: string | undefined;
  readonly cause: ErrorMessage | undefined;
  /** Those of a {@link NoetherError}. */
  readonly details?: {
    readonly code: string;
    readonly argument: string | undefined;
    readonly value: unknown;
    readonly hint: string | undefined;
  };
  /** Those of an error of the system. */
  readonly system?: { readonly code: unknown; readonly path: unknown };
}

/** What is sent of an error; a value that cannot be copied stays behind. */
export function errorMessage(error: unknown): ErrorMessage {
  if (!(error instanceof Error)) {
    return { message: String(error), stack: undefined, cause: undefined };
  }
  const cause = error.cause === undefined ? undefined : errorMessage(error.cause);
  const { message, stack } = error;
  if (error instanceof NoetherError) {
    const { code, argument, hint } = error;
    const text = hint === undefined ? message : message.slice(0, -hint.length - 1);
    return { message: text, stack, cause, details: { code, argument, value: copyOf(error), hint } };
  }
  const { code, path } = error as NodeJS.ErrnoException;
  return { message, stack, cause, ...(code !== undefined && { system: { code, path } }) };
}

/** The error of a message, of the class that it had if that is ours, with the stack of its process. */
export function errorOf({ message, stack, cause: sent, details, system }: ErrorMessage): Error {
  const cause = sent === undefined ? {} : { cause: errorOf(sent) };
  const error = details
    ? new NoetherError(message, { ...cause, ...given(details), code: details.code })
    : Object.assign(new Error(message, cause), system);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function given({ argument, value, hint }: NonNullable<ErrorMessage['details']>): {
  argument?: string;
  value: unknown;
  hint?: string;
} {
  return {
    value,
    ...(argument !== undefined && { argument }),
    ...(hint !== undefined && { hint }),
  };
}

function copyOf({ value }: NoetherError): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}
