const known = ['\t', ';', ','] as const;

/**
 * The delimiter of a CSV record: tab, semicolon or comma, the first of these that occurs outside
 * quotes; comma for a record of a single cell. A semicolon wins over commas, which are then part of
 * the cells.
 */
export function detectDelimiter(record: string): string {
  const bare = record.replace(/"[^"]*"/g, '');
  return known.find((delimiter) => bare.includes(delimiter)) ?? ',';
}
