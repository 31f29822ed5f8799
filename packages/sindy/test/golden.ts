import { readFileSync } from 'node:fs';

/** A JSON file of `test/golden`, made with pysindy; its `meta` block names the versions. */
export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8')) as T;
}
