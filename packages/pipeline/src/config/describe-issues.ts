import { nearestName } from '@noether/contracts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type JsonSchema = Readonly<Record<string, unknown>>;

/** One line `path: problem` for each mistake, with the nearest known key where one is unknown. */
export function describeIssues(issues: readonly Issue[], schema: object, value: unknown): string[] {
  const root: Place = { path: [], schema: schema as JsonSchema };
  return issues.flatMap((issue) => describe(issue, root, value));
}

/** A part of the configuration and what the schema says about it. */
interface Place {
  readonly path: readonly PropertyKey[];
  readonly schema: JsonSchema;
}

function describe(issue: Issue, parent: Place, value: unknown): string[] {
  const path = [...parent.path, ...issue.path];
  const schema = issue.path.reduce(inside, parent.schema);
  const given = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  if (issue.code === 'unrecognized_keys') {
    const known = keysFor(schema, given as object);
    return issue.keys.map((key) => {
      const similar = nearestName(key, known);
      const hint = similar ? `did you mean ${similar}?` : `known are ${known.join(', ')}`;
      return `${show([...path, key])}: unknown key; ${hint}`;
    });
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return describeUnion(issue.errors, { path, schema }, value);
  }
  const told = given === undefined || issue.code === 'custom';
  const similar = meant(issue, given);
  if (similar !== null) {
    return [`${show(path)}: ${short(given)} is unknown; did you mean ${JSON.stringify(similar)}?`];
  }
  return [`${show(path)}: ${problem(issue)}${told ? '' : `, not ${short(given)}`}`];
}

/** The mistakes of the alternative that was most likely meant: of the right type, with the fewest. */
function describeUnion(
  errors: readonly (readonly Issue[])[],
  { path, schema }: Place,
  value: unknown,
): string[] {
  const choices = (schema.anyOf ?? schema.oneOf ?? []) as readonly JsonSchema[];
  const branches = errors.map((issues, index) => ({
    fits: !issues.some(isOfAnotherKind),
    lines: issues.flatMap((issue) =>
      describe(issue, { path, schema: choices[index] ?? schema }, value),
    ),
  }));
  const fitting = branches.filter(({ fits }) => fits);
  return (fitting.length > 0 ? fitting : branches)
    .map(({ lines }) => lines)
    .reduce((best, lines) => (lines.length < best.length ? lines : best));
}

/** Whether the value itself, not something in it, is of another type than an alternative wants. */
function isOfAnotherKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

/** The allowed value that is nearest to a wrong name. */
function meant(issue: Issue, given: unknown): string | null {
  return typeof given === 'string' ? nearestName(given, allowed(issue).map(String)) : null;
}

/** The values that a choice may have; none for mistakes of other kinds. */
function allowed(issue: Issue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}

function problem(issue: Issue): string {
  const choices = allowed(issue).map((value) => JSON.stringify(value));
  if (choices.length > 0)
    return `must be ${choices.length > 1 ? 'one of ' : ''}${choices.join(', ')}`;
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

/** What a schema says about a property or the entries of a list. */
function inside(schema: JsonSchema, key: PropertyKey): JsonSchema {
  for (const { properties, items } of alternatives(schema)) {
    const found =
      typeof key === 'number' ? items : (properties as JsonSchema | undefined)?.[String(key)];
    if (typeof found === 'object' && found !== null) return found as JsonSchema;
  }
  return {};
}

/** The keys that may stand in an object, each once, of the alternatives that it may be. */
function keysFor(schema: JsonSchema, given: object): string[] {
  const all = alternatives(schema);
  const complete = all.filter(({ required = [] }) =>
    (required as readonly string[]).every((key) => key in given),
  );
  const chosen = complete.filter((one) => hasChoicesOf(one, given));
  const fitting = [chosen, complete, all].find(({ length }) => length > 0) ?? [];
  return [...new Set(fitting.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** Whether each key with a list of values, such as `system`, has one of the alternative's. */
function hasChoicesOf({ properties }: JsonSchema, given: object): boolean {
  const own = (properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.entries(given).every(([key, value]) => {
    const { const: only, enum: values = only === undefined ? undefined : [only] } = own[key] ?? {};
    return values === undefined || (values as readonly unknown[]).includes(value);
  });
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
