import type { Tensor } from '@tensorflow/tfjs';
import { NoetherError, sizeOf } from '@noether/contracts';
import { groupOf, type Program, type ProgramResult } from './program.js';

/**
 * What is asked of the result of a program's step.
 * @throws NoetherError `invalid-program` with the name of what is missing, of another shape or too much
 */
export function checkResult(program: Program, result: ProgramResult): void {
  checkForm(result);
  checkGroups(program, result);
  for (const [group, loss] of Object.entries(result.losses)) {
    checkScalar(`loss of the group ${group}`, loss);
  }
  for (const [name, metric] of Object.entries(result.metrics)) {
    checkScalar(`metric ${name}`, metric);
  }
  for (const [name, { shape }] of Object.entries(program.state)) {
    checkState(name, shape, result.state[name]);
  }
}

function checkForm(result: Partial<ProgramResult> | undefined): void {
  const missing = (['losses', 'metrics', 'state'] as const).filter((key) => !result?.[key]);
  if (missing.length === 0) return;
  throw invalidProgram(
    `The program's step returned ${result instanceof Promise ? 'a promise' : `no ${missing.join(', no ')}`}.`,
    'Return { losses, metrics, state }, each an object; step cannot be asynchronous.',
  );
}

function checkGroups(program: Program, result: ProgramResult): void {
  const groups = new Set(Object.keys(program.parameters).map(groupOf));
  const missing = [...groups].filter((group) => !(group in result.losses));
  const unknown = Object.keys(result.losses).filter((group) => !groups.has(group));
  if (missing.length === 0 && unknown.length === 0) return;
  throw invalidProgram(
    `The program's losses are for ${Object.keys(result.losses).join(', ') || 'no group'}; its parameters belong to ${[...groups].join(', ')}.`,
    'Return exactly one loss for each parameter group.',
  );
}

function checkScalar(what: string, value: Tensor | undefined): void {
  if (value?.size === 1) return;
  throw invalidProgram(
    `The ${what} is ${described(value)}; it must be one number.`,
    'Take the mean or the sum of it.',
  );
}

function checkState(name: string, shape: readonly number[], value: Tensor | undefined): void {
  if (value?.size === sizeOf(shape)) return;
  throw invalidProgram(
    `The new value of the state ${name} is ${described(value)}; it was declared as [${shape.join(', ')}].`,
    'Return the next value of every state tensor, its old one where it does not change.',
  );
}

function described(value: Tensor | undefined): string {
  return value?.shape ? `of the shape [${value.shape.join(', ')}]` : 'missing';
}

function invalidProgram(message: string, hint: string): NoetherError {
  return new NoetherError(message, { code: 'invalid-program', hint });
}
