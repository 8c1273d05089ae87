// The table that closes ./dorothy bench. usage: node bench-table.mjs LINES "JDK and servers"; exits 1 when a goal is missed
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const [file, software] = process.argv.slice(2);
const number = (text) => (text.trim() === '' ? NaN : Number(text.replaceAll(',', '')));
const show = (value) =>
  Number.isNaN(value) ? '' : value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0 });

const lines = readFileSync(file, 'utf8').split('\n');
const rows = lines
  .filter((line) => line.startsWith('bench|'))
  .map((line) => {
    const [, name, unit = '', goal = '', median = '', p95 = ''] = line.split('|');
    const [, sign = '<=', limit = ''] = /^\s*(<=|>=|≤|≥)?\s*([\d.,]*)/.exec(goal) ?? [];
    const atLeast = sign === '>=' || sign === '≥';
    // A time must hold for nearly everybody; a rate is what is reached most of the time.
    const judged = atLeast || Number.isNaN(number(p95)) ? number(median) : number(p95);
    const met = Number.isNaN(judged) ? 'NOT MEASURED' : limit === '' ? '' : (atLeast ? judged >= number(limit) : judged <= number(limit)) ? 'met' : 'NOT MET';
    return [name, unit, limit === '' ? '' : `${atLeast ? '≥' : '≤'} ${show(number(limit))}`, show(number(median)), show(number(p95)), met];
  });

const notes = lines.filter((line) => line.startsWith('note|')).map((line) => line.slice(5));

const head = ['figure', 'unit', 'goal', 'median', 'p95', ''];
const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
const line = (row) => row.map((cell, i) => (i < 2 || i === 5 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd();
console.log([line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line), ...notes].join('\n'));
console.log(`${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}; ${software}`);
process.exit(rows.every((row) => !row[5].startsWith('NOT')) ? 0 : 1);
