import { NoetherError } from '@noether/contracts';
import { detectDelimiter } from './detect-delimiter.js';

/** One record of a CSV file. */
export interface CsvRecord {
  /** Line on which the record starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits CSV text into records of trimmed cells after RFC 4180: quoted cells may hold delimiters,
 * line ends and doubled quotes. A byte order mark, blank lines, lines that begin with # and Excel's
 * first line `sep=;` are passed over; lines end with LF, CRLF or CR.
 * @throws NoetherError that names the line of a quote which is never closed
 */
export function parseCsv(text: string, delimiter?: string): CsvRecord[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const declared = /^sep=(.)$/i.exec(lines[0])?.[1];
  const records: CsvRecord[] = [];
  let separator = delimiter ?? declared;
  for (let index = declared ? 1 : 0; index < lines.length; index++) {
    const line = index + 1;
    let content = lines[index];
    if (/^\s*(#|$)/.test(content)) continue;
    while (hasOpenQuote(content)) {
      index += 1;
      if (index === lines.length) throw openQuote(line);
      content += `\n${lines[index]}`;
    }
    separator ??= detectDelimiter(content);
    records.push({ line, cells: splitRecord(content, separator) });
  }
  return records;
}

function hasOpenQuote(content: string): boolean {
  if (!content.includes('"')) return false;
  return content.split('"').length % 2 === 0;
}

function splitRecord(content: string, delimiter: string): string[] {
  if (!content.includes('"')) return content.split(delimiter).map((cell) => cell.trim());
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < content.length; at++) {
    const letter = content[at];
    if (letter === '"' && quoted && content[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

function openQuote(line: number): NoetherError {
  return new NoetherError(`Line ${line}: a quote is opened and never closed.`, {
    code: 'invalid-csv',
    value: line,
    hint: 'Close it, or write a quote inside a quoted cell twice.',
  });
}
