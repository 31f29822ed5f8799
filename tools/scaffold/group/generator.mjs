import { generateFiles, names } from '@nx/devkit';
import { join } from 'node:path';

const catalogue = 'packages/lie-algebra/src/group-catalogue.ts';
const index = 'packages/lie-algebra/src/index.ts';

/**
 * Writes the source, the test and the documentation page of a group and enters it in the catalogue, so
 * that `groupByName`, `noether groups` and a configuration know it.
 */
export default function groupGenerator(tree, { name, summary = 'a group of your own' }) {
  const { propertyName } = names(name);
  if (tree.exists(`packages/lie-algebra/src/groups/${name}.ts`)) {
    throw new Error(`There is a group ${name} already: packages/lie-algebra/src/groups/${name}.ts`);
  }
  generateFiles(tree, join(import.meta.dirname, 'files'), '.', { name, propertyName, summary });
  const line = `from './groups/${name}.js';\n`;
  edit(tree, catalogue, (text) => {
    const imported = insertSorted(text, `import { ${propertyName} } ${line}`);
    return insertBefore(imported, '];\n', `  single(${propertyName}, ${quoted(summary)}),\n`);
  });
  edit(tree, index, (text) => insertSorted(text, `export { ${propertyName} } ${line}`));
  return () => {
    console.log(`Next: npm test -- -p lie-algebra, then npm run noether groups ${name}`);
  };
}

function edit(tree, path, change) {
  tree.write(path, change(tree.read(path, 'utf8')));
}

/** Puts a line of `./groups/` before the first such line that its path precedes, or after the last. */
function insertSorted(text, line) {
  const lines = text.split(/(?<=\n)/);
  const places = lines.flatMap((other, place) =>
    other.includes("from './groups/") ? [place] : [],
  );
  const path = (other) => other.slice(other.indexOf("'./groups/"));
  const next = places.find((place) => path(lines[place]) > path(line));
  lines.splice(next ?? places.at(-1) + 1, 0, line);
  return lines.join('');
}

function insertBefore(text, mark, line) {
  const place = text.lastIndexOf(mark);
  return text.slice(0, place) + line + text.slice(place);
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
