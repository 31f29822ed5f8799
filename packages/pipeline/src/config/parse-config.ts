import { NoetherError } from '@noether/contracts';
import { describeIssues } from './describe-issues.js';
import type { PipelineConfig } from './pipeline-config.js';
import { configJsonSchema, schema } from './schema.js';

/**
 * Checks a configuration and fills in the defaults.
 * @param source where it came from, for the message, e.g. `pipeline.json`
 * @throws NoetherError `invalid-config` that lists every mistake with its path, one a line
 */
export function parseConfig(value: unknown, source: string): PipelineConfig {
  const checked = schema.safeParse(withoutSchemaKey(value), { reportInput: true });
  if (checked.success) return checked.data;
  const lines = describeIssues(checked.error.issues, configJsonSchema(), value);
  const count = lines.length === 1 ? 'a mistake' : `${lines.length} mistakes`;
  throw new NoetherError(
    `${source} has ${count}:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    {
      code: 'invalid-config',
      argument: source,
      value: lines,
    },
  );
}

function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$schema' in value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'));
}
