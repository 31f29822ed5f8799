import type { Group } from './group.js';

/** A row of the catalogue: a group, or a family of groups told apart by integers. */
export interface GroupFamily {
  /** How its names are written, e.g. `so<n>`. */
  readonly form: string;
  /** One line for people. */
  readonly summary: string;
  /** The name of one of them, e.g. `so3`. */
  readonly example: string;
  /** What the names look like; its groups are the integers that `make` is given. */
  readonly pattern: RegExp;
  make(...integers: readonly number[]): Group;
}

/** One group with a fixed name. */
export function single(group: Group, summary: string): GroupFamily {
  const escaped = group.name.replaceAll(/[^\w]/g, String.raw`\$&`);
  return {
    form: group.name,
    summary,
    example: group.name,
    pattern: new RegExp(`^${escaped}$`),
    make: () => group,
  };
}

/** The groups `<stem><n>` or `<stem>(<n>)` for all n. */
export function family(
  stem: string,
  example: number,
  summary: string,
  make: (n: number) => Group,
): GroupFamily {
  return {
    form: `${stem}<n>`,
    summary,
    example: `${stem}${example}`,
    pattern: new RegExp(String.raw`^${stem}(?:(\d{1,2})|\((\d{1,2})\))$`),
    make,
  };
}
