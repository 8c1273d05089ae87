// The last lines of ./dorothy test: one for each group, then the sum.
// REPORTS/not-run has GROUP=REASON of each that could not run.
// usage: node summary.mjs REPORTS SECONDS "GROUP ..."; exits 1 when anything failed or did not run
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [reports, seconds, groups] = process.argv.slice(2);
const notRunFile = join(reports, 'not-run');
const reasons = existsSync(notRunFile) ? readFileSync(notRunFile, 'utf8').trim().split('\n') : [];
const notRun = reasons.map((reason) => reason.split(/=(.*)/s));

/** Of a failed test's message. */
const MOST_LINES = 6;

/** An attribute of XML as it was written. */
function plain(attribute) {
  const names = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return attribute
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(parseInt(code, hex ? 16 : 10)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => names[name]);
}

/** How long a group took by its own account, in seconds; Java's leaves out what lies between its classes. */
function took(group) {
  const folder = join(reports, group);
  const file = join(reports, `${group}.seconds`);
  if (existsSync(file)) return Number(readFileSync(file, 'utf8'));
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((name) => name.startsWith('TEST-') && name.endsWith('.xml'))
    .map((name) => /<testsuite [^>]*?\btime="([\d.]+)"/.exec(readFileSync(join(folder, name), 'utf8')))
    .reduce((sum, match) => sum + Number(match?.[1] ?? 0), 0);
}

/** JUnit's XML files, as surefire writes them. */
function readXml(folder) {
  const tests = [];
  for (const file of readdirSync(folder).filter((name) => name.startsWith('TEST-') && name.endsWith('.xml'))) {
    const xml = readFileSync(join(folder, file), 'utf8');
    for (const [, attributes, , body = ''] of xml.matchAll(/<testcase ([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)) {
      const attribute = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      const [, message = ''] = /<(?:failure|error)\b[^>]*?\bmessage="([^"]*)"/.exec(body) ?? [];
      const status = /<(failure|error)\b/.test(body) ? 'failed' : /<skipped\b/.test(body) ? 'skipped' : 'passed';
      tests.push({ name: `${attribute('classname').replace(/^.*\./, '')}.${attribute('name')}`, status, message: plain(message) });
    }
  }
  return tests;
}

/** Vitest's JSON, or the launcher's in the same form. */
function readJson(file) {
  const { numPassedTests = 0, testResults = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const tests = Array.from({ length: numPassedTests }, () => ({ status: 'passed' }));
  for (const suite of testResults) {
    for (const { status, fullName, failureMessages = [] } of suite.assertionResults) {
      if (status !== 'passed') {
        tests.push({ name: fullName, status: status === 'failed' ? 'failed' : 'skipped', message: failureMessages[0] });
      }
    }
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      tests.push({ name: suite.name, status: 'failed', message: suite.message });
    }
  }
  return tests;
}

function readGroup(group) {
  const folder = join(reports, group);
  return [
    ...(existsSync(folder) ? readXml(folder) : []),
    ...readdirSync(reports)
      .filter((name) => name.endsWith('.json') && name.split(/[-.]/)[0] === group)
      .flatMap((name) => readJson(join(reports, name))),
  ];
}

const count = (tests, status) => tests.filter((test) => test.status === status).length;
const counts = (tests) =>
  `${count(tests, 'passed')} passed, ${count(tests, 'failed')} failed` +
  (count(tests, 'skipped') > 0 ? `, ${count(tests, 'skipped')} skipped` : '');

const all = [];
console.log('\nWhat was tested');
for (const group of groups.split(' ')) {
  const tests = readGroup(group);
  if (tests.length === 0 && !notRun.some(([name]) => name === group)) notRun.push([group, 'no test was found']);
  const time = took(group);
  console.log(`  ${group.padEnd(9)} ${counts(tests)}${time === null ? '' : ` (${Math.round(time)} s)`}`);
  for (const { status, name, message } of tests.filter((test) => test.status !== 'passed')) {
    console.log(`            ${status}: ${name}`);
    if (message) console.log(message.trim().split('\n').slice(0, MOST_LINES).map((line) => `                ${line}`).join('\n'));
  }
  all.push(...tests);
}
console.log(`It took ${Math.floor(seconds / 60)} min ${seconds % 60} s.`);
for (const [group, reason] of notRun) {
  console.log(`NOT RUN: ${group.toUpperCase()} (${reason})`);
  if (group === 'mysql') console.log('THE CONCURRENCY SUITE DID NOT RUN: IT NEEDS A REAL MYSQL.');
}
console.log(counts(all));
process.exit(count(all, 'failed') > 0 || notRun.length > 0 ? 1 : 0);
