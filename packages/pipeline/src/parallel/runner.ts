import type { RemoteFunction, WorkContext } from './remote-function.js';

/** What is carried out besides its input. */
export interface Job extends WorkContext {
  /** What errors call it, e.g. `seed 3 in runs/ten/seed-3`. */
  readonly name: string;
}

/** Carries out one function after the other. */
export interface Runner {
  /** False once its process has ended. */
  readonly alive: boolean;
  run<Input, Result>(
    remote: RemoteFunction<Input, Result>,
    input: Input,
    job: Job,
  ): Promise<Result>;
  end(): Promise<void>;
}

/** Runs in this process. */
export const localRunner: Runner = {
  alive: true,
  run: (remote, input, job) => remote.run(input, job),
  end: () => Promise.resolve(),
};
