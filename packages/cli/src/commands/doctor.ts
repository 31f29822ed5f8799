import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { engineNames, examineEngines, type EngineReport } from '@noether/compute';
import { styleOf, type Style } from '../style.js';
import { wrapText } from '../wrap-text.js';

/** `noether doctor`: what can compute on this machine. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Show which engines this machine has, and why not the others')
    .action(async () => {
      const reports = await examineEngines();
      const lines = describeMachine(reports, process.env, styleOf(process.stdout));
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

/** The machine in lines: Node, processors, engines in the order in which they are tried. */
export function describeMachine(
  reports: readonly EngineReport[],
  environment: NodeJS.ProcessEnv,
  style: Style,
): string[] {
  const width = Math.max(...reports.map(({ name }) => name.length)) + 2;
  return [
    `node       ${process.versions.node} on ${process.platform} ${process.arch}`,
    `threads    ${availableParallelism()}`,
    `engine     ${choice(reports, environment.NOETHER_ENGINE)}`,
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
  if (!asked) {
    const first = reports.find(({ problem }) => problem === null)?.name;
    return `${first ?? 'none'} (the first that works; NOETHER_ENGINE or --engine choose another)`;
  }
  if (!engineNames.includes(asked)) {
    return `NOETHER_ENGINE is ${asked}, and there is no such engine; known are ${engineNames.join(', ')}`;
  }
  const report = reports.find(({ name }) => name === asked);
  return `${asked} (NOETHER_ENGINE${report?.problem ? ', but it does not load: see below' : ''})`;
}

/** What stands in brackets: the name before them is there already. */
function details(description: string): string {
  return /\((.*)\)$/.exec(description)?.[1] ?? description;
}

/** The problem without the files that wanted the package. */
function withoutPaths(problem: string): string {
  return problem.replace(/ imported from [^;\s]+/g, '');
}
