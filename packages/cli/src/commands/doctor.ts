import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { engineNames, examineEngines, type EngineReport } from '@noether/compute';
import type { ExitCode } from '../exit-code.js';
import { styleOf, type Style } from '../style.js';
import { wrapText } from '../wrap-text.js';

/** `noether doctor`: what can compute on this machine; 1 when NOETHER_ENGINE asks for what cannot. */
export function addDoctor(program: Command, exit: ExitCode): void {
  program
    .command('doctor')
    .description('Show which engines this machine has, and why not the others')
    .action(async () => {
      const reports = await examineEngines();
      const lines = describeMachine(reports, process.env, styleOf(process.stdout));
      process.stdout.write(`${lines.join('\n')}\n`);
      if (faultOf(reports, process.env.NOETHER_ENGINE)) exit.code = 1;
    });
}

/** The machine in lines: Node, processors, engines in the order in which they are tried. */
export function describeMachine(
  reports: readonly EngineReport[],
  environment: NodeJS.ProcessEnv,
  style: Style,
): string[] {
  const width = Math.max(...reports.map(({ name }) => name.length)) + 2;
  const asked = environment.NOETHER_ENGINE;
  const fault = faultOf(reports, asked);
  const [first, ...more] = fault
    ? wrapText(`${style.bad('✘')} ${fault}`, 76)
    : [choice(reports, asked)];
  return [
    `node       ${process.versions.node} on ${process.platform} ${process.arch}`,
    `threads    ${availableParallelism()}`,
    `engine     ${first}`,
    ...more.map((line) => `           ${line}`),
    '',
    ...reports.flatMap(({ name, description, problem }) =>
      problem === null
        ? [`${style.good('✔')} ${name.padEnd(width)}${details(description ?? '')}`]
        : [
            `${style.bad('✘')} ${name}`,
            ...wrapText(withoutPaths(problem), 76).map((line) => `    ${line}`),
          ],
    ),
  ];
}

/** Which engine a run takes, and why. */
function choice(reports: readonly EngineReport[], asked: string | undefined): string {
  if (asked) return `${asked} (NOETHER_ENGINE)`;
  const first = reports.find(({ problem }) => problem === null)?.name;
  return `${first ?? 'none'} (the first that works; NOETHER_ENGINE or --engine choose another)`;
}

/** Why the engine that NOETHER_ENGINE asks for cannot be had, or null. */
export function faultOf(
  reports: readonly EngineReport[],
  asked: string | undefined,
): string | null {
  if (!asked) return null;
  if (!engineNames.includes(asked)) {
    return `NOETHER_ENGINE is ${asked}, and there is no such engine; known are ${engineNames.join(', ')}`;
  }
  const problem = reports.find(({ name }) => name === asked)?.problem;
  return problem ? `NOETHER_ENGINE is ${asked}, which does not load: see below` : null;
}

/** What stands in brackets: the name before them is there already. */
function details(description: string): string {
  return /\((.*)\)$/.exec(description)?.[1] ?? description;
}

/** The problem without the files that wanted the package. */
function withoutPaths(problem: string): string {
  return problem.replace(/ imported from [^;\s]+/g, '');
}
