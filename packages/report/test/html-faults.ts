const VOID = new Set(['meta', 'br', 'link', 'img', 'hr', 'input']);

/** What is wrong with the structure of a page: tags, ids, references, order of headings, foreign resources. */
export function htmlFaults(html: string): string[] {
  return [...tagFaults(html), ...idFaults(html), ...headingFaults(html), ...linkFaults(html)];
}

function tagFaults(html: string): string[] {
  const body = html.replaceAll(/<style>.*?<\/style>/gs, '').replace('<!doctype html>', '');
  const open: string[] = [];
  for (const [, close, name, rest] of body.matchAll(/<(\/?)([a-zA-Z][\w:]*)([^<>]*)>/g)) {
    if (close && open.pop() !== name) return [`unexpected </${name}>`];
    if (!close && !rest.endsWith('/') && !VOID.has(name)) open.push(name);
  }
  const stray = body.replaceAll(/<\/?[a-zA-Z][\w:]*[^<>]*>/g, '').match(/[<>].{0,20}/)?.[0];
  return [...open.map((name) => `<${name}> is not closed`), ...(stray ? [`stray ${stray}`] : [])];
}

function idFaults(html: string): string[] {
  const ids = Array.from(html.matchAll(/\bid="([^"]*)"/g), ([, id]) => id);
  const used = Array.from(
    html.matchAll(/url\(#([^)]*)\)|aria-labelledby="([^"]*)"/g),
    ([, url, label]) => url ?? label,
  );
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `id ${id} is missing`),
  ];
}

function headingFaults(html: string): string[] {
  const levels = Array.from(html.matchAll(/<h([1-6])[ >]/g), ([, level]) => Number(level));
  const faults = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not exactly one h1']),
    ...faults.map((level) => `h${level} skips a level`),
  ];
}

function linkFaults(html: string): string[] {
  return Array.from(
    html.matchAll(
      /https?:|\b(?:src|href)="(?!\.\/|#|data:image\/png;base64,)[^"]*"|@import|url\((?!#)|<script|<link/gi,
    ),
    ([fault]) => `loads or links elsewhere: ${fault}`,
  );
}
