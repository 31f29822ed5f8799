import { invalidArgument } from '@noether/contracts';

/**
 * A copy of a configuration with one value changed, `path.to=value`; the value is JSON, or a string
 * when it is not. Array entries are named by their number. Whether the path exists is the business of
 * parseConfig, which names the nearest one.
 * @throws NoetherError when the setting has no `=` or the path leads through a plain value
 */
export function applySetting(config: unknown, setting: string): unknown {
  const equals = setting.indexOf('=');
  const keys = setting.slice(0, Math.max(equals, 0)).split('.');
  if (equals < 1 || keys.some((key) => key.trim() === '')) {
    throw invalidArgument('set', setting, 'write it as path.to=value, e.g. symmetry.epochs=10');
  }
  return changed(
    config,
    keys.map((key) => key.trim()),
    parse(setting.slice(equals + 1)),
    setting,
  );
}

function changed(
  place: unknown,
  keys: readonly string[],
  value: unknown,
  setting: string,
): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const inside = place ?? {};
  if (typeof inside !== 'object') {
    throw invalidArgument('set', setting, `${JSON.stringify(place)} has no ${key} to be set`);
  }
  if (Array.isArray(inside)) {
    const items: unknown[] = [...(inside as unknown[])];
    if (!(Number(key) >= 0 && Number(key) < items.length)) {
      throw invalidArgument('set', setting, `${key} is no place in a list of ${items.length}`);
    }
    items[Number(key)] = changed(items[Number(key)], rest, value, setting);
    return items;
  }
  const old = (inside as Record<string, unknown>)[key];
  return { ...inside, [key]: changed(old, rest, value, setting) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
