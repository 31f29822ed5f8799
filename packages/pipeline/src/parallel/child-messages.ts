import type { ProgressEvent } from '@noether/contracts';
import type { ErrorMessage } from './error-message.js';

/** What a child is told: one function at a time, and that it shall stop after its step. */
export type ParentMessage =
  | {
      readonly kind: 'run';
      readonly module: string;
      readonly name: string;
      readonly input: unknown;
    }
  | { readonly kind: 'stop' };

/** What a child answers to `run`: events, then how it ended. */
export type ChildMessage =
  | { readonly kind: 'event'; readonly event: ProgressEvent }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: ErrorMessage };
