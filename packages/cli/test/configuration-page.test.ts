import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { configJsonSchema } from '@noether/pipeline';
import { configurationPage } from '../src/configuration-page.js';

/** Prettier pads tables; what they say is the same. */
const unpadded = (page: string): string =>
  page
    .replace(/ *\| */g, '|')
    .replace(/-{3,}/g, '---')
    .trim();

test('docs/configuration.md is what the schema says', () => {
  const stored = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  assert.is(
    unpadded(stored),
    unpadded(configurationPage(configJsonSchema())),
    'write it again: npm run -s noether -- schema --markdown > docs/configuration.md, then format it',
  );
});

test('options become rows with values, default and meaning', () => {
  const page = configurationPage({
    properties: {
      name: { type: 'string', default: 'x', description: 'What it is called.' },
      part: {
        properties: {
          size: { type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
          share: { type: 'number', minimum: 0, maximum: 1, default: 0.5 },
          rule: { anyOf: [{ type: 'null' }, { properties: { kind: { const: 'a' } } }] },
          list: { type: 'array', items: { enum: ['p', 'q'] } },
        },
        required: ['size'],
      },
    },
  });
  for (const row of [
    '| `name` | text | `"x"` | What it is called. |',
    '| `part.size` | integer > 0 | required |  |',
    '| `part.share` | number 0 … 1 | `0.5` |  |',
    '| `part.rule` | `null` |  |  |',
    '| `part.rule.kind` | `"a"` |  |  |',
    '| `part.list` | list of `"p"`, `"q"` |  |  |',
  ]) {
    assert.ok(page.includes(row), `${row}\n${page}`);
  }
});

test.run();
