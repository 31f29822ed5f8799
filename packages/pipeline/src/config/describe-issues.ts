import type { z } from 'zod';
import { nearest } from './nearest.js';

type Issue = z.core.$ZodIssue;
type JsonSchema = Readonly<Record<string, unknown>>;

/** One line `path: problem` for each mistake, with the nearest known key where one is unknown. */
export function describeIssues(issues: readonly Issue[], schema: object, value: unknown): string[] {
  return issues.flatMap((issue) => describe(issue, [], schema as JsonSchema, value));
}

function describe(
  issue: Issue,
  parent: readonly PropertyKey[],
  schema: JsonSchema,
  value: unknown,
): string[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const similar = nearest(key, known);
      const hint = similar ? `did you mean ${similar}?` : `known are ${known.join(', ')}`;
      return `${show([...path, key])}: unknown key; ${hint}`;
    });
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const fitting = issue.errors.filter((inner) => !inner.some(isOfAnotherKind));
    const branches = (fitting.length > 0 ? fitting : issue.errors).map((inner) =>
      inner.flatMap((error) => describe(error, path, schema, value)),
    );
    return branches.reduce((best, lines) => (lines.length < best.length ? lines : best));
  }
  const given = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  return [`${show(path)}: ${problem(issue)}${given === undefined ? '' : `, not ${short(given)}`}`];
}

/** Whether the value itself, not something in it, is of another type than an alternative wants. */
function isOfAnotherKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function problem(issue: Issue): string {
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options) {
    return `must be one of ${issue.options.map((option) => JSON.stringify(option)).join(', ')}`;
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((allowed) => JSON.stringify(allowed)).join(', ');
    return issue.values.length === 1 ? `must be ${values}` : `must be one of ${values}`;
  }
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? `expected ${issue.expected}` : `must be ${issue.expected}`;
  }
  if (issue.code === 'too_small') {
    return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
  }
  if (issue.code === 'too_big') {
    return `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
  }
  return issue.message;
}

/** The keys that the schema allows at a path, those of all alternatives together. */
function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  let places: JsonSchema[] = alternatives(schema);
  for (const key of path) {
    places = places
      .map((place) =>
        typeof key === 'number'
          ? place.items
          : (place.properties as Record<PropertyKey, unknown> | undefined)?.[key],
      )
      .filter((place): place is JsonSchema => typeof place === 'object' && place !== null)
      .flatMap(alternatives);
  }
  const keys = places.flatMap((place) => Object.keys(place.properties ?? {}));
  return [...new Set(keys)].filter((key) => key !== '$schema');
}

function alternatives(schema: JsonSchema): JsonSchema[] {
  const inner = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  return inner ? inner.flatMap(alternatives) : [schema];
}

function show(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'configuration';
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
