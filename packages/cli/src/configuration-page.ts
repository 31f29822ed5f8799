/** The parts of a JSON schema that a configuration uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const HEAD = `# Configuration

Every option of \`pipeline.json\`, generated from its schema by \`noether schema --markdown\`. Only \`data\`
is required. On the command line an option is changed by its path: \`--set symmetry.epochs=30\`. For
completion in an editor save \`noether schema\` as \`schema.json\` beside the configuration and begin it with
\`"$schema": "./schema.json"\`. A path that occurs twice belongs to alternatives, told apart by their first
row; \`[]\` stands for each entry of a list.
`;

/** A Markdown page with a table for each section: path, allowed values, default, meaning. */
export function configurationPage(schema: JsonSchema): string {
  const sections = Object.entries(schema.properties ?? {}).filter(([key]) => key !== '$schema');
  const tables = sections.map(([name, section]) => {
    const rows = rowsOf(section, name, schema.required?.includes(name) ?? false);
    const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
    return [`## ${name}`, '', '| option | value | default | meaning |', '| --- | --- | --- | --- |']
      .concat(lines)
      .join('\n');
  });
  return `${[HEAD, ...tables].join('\n\n')}\n`.replace(/\n{3,}/g, '\n\n');
}

type Row = readonly [path: string, value: string, fallback: string, meaning: string];

function rowsOf(schema: JsonSchema, path: string, required: boolean): Row[] {
  const choices = alternativesOf(schema);
  const nested = choices.filter(isNested);
  const leaves = choices.filter((choice) => !isNested(choice));
  const own: Row[] =
    leaves.length > 0
      ? [[code(path), valuesOf(leaves), fallbackOf(schema, required), schema.description ?? '']]
      : [];
  return [...own, ...nested.flatMap((choice) => rowsInside(choice, path))];
}

function rowsInside(schema: JsonSchema, path: string): Row[] {
  if (schema.items) return rowsOf(schema.items, `${path}[]`, false);
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
    rowsOf(inner, `${path}.${key}`, schema.required?.includes(key) ?? false),
  );
}

function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  const inner = schema.anyOf ?? schema.oneOf;
  return inner ? inner.flatMap(alternativesOf) : [schema];
}

function isNested({ properties, items }: JsonSchema): boolean {
  return properties !== undefined || (items ? alternativesOf(items).some(isNested) : false);
}

function fallbackOf(schema: JsonSchema, required: boolean): string {
  if (schema.default !== undefined) return code(JSON.stringify(schema.default));
  return required ? 'required' : '';
}

function valuesOf(schemas: readonly JsonSchema[]): string {
  return schemas.map(valueOf).join(' or ');
}

function valueOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(JSON.stringify(value))).join(', ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(valueOf).join(', ')}]`;
  if (schema.items) return `list of ${valueOf(schema.items)}`;
  if (schema.type === 'null') return code('null');
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.type === 'string') return 'text';
  return [schema.type ?? 'anything', ...rangeOf(schema)].join(' ');
}

function rangeOf({ minimum, maximum, exclusiveMinimum }: JsonSchema): string[] {
  const largest = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const least = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  if (least !== undefined && largest !== undefined) return [`${least} … ${largest}`];
  return [
    ...(exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`]),
    ...(least === undefined ? [] : [`≥ ${least}`]),
    ...(largest === undefined ? [] : [`≤ ${largest}`]),
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}
