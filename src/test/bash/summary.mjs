// The last lines of ./dorothy test: one for each group, then the sum.
// usage: node summary.mjs REPORTS SECONDS "GROUP ..." [GROUP=REASON ...]; exits 1 when anything failed or did not run
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [reports, seconds, groups, ...reasons] = process.argv.slice(2);
const notRun = reasons.map((reason) => reason.split(/=(.*)/s));

/** JUnit's XML files, as surefire writes them. */
function readXml(folder) {
  const tests = [];
  for (const file of readdirSync(folder).filter((name) => name.startsWith('TEST-') && name.endsWith('.xml'))) {
    const xml = readFileSync(join(folder, file), 'utf8');
    for (const [, attributes, , body = ''] of xml.matchAll(/<testcase ([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)) {
      const attribute = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      const status = /<(failure|error)\b/.test(body) ? 'failed' : /<skipped\b/.test(body) ? 'skipped' : 'passed';
      tests.push({ name: `${attribute('classname').replace(/^.*\./, '')}.${attribute('name')}`, status });
    }
  }
  return tests;
}

/** Vitest's JSON, or the launcher's in the same form. */
function readJson(file) {
  const { numPassedTests = 0, testResults = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const tests = Array.from({ length: numPassedTests }, () => ({ status: 'passed' }));
  for (const suite of testResults) {
    for (const { status, fullName } of suite.assertionResults) {
      if (status !== 'passed') tests.push({ name: fullName, status: status === 'failed' ? 'failed' : 'skipped' });
    }
    if (suite.status === 'failed' && suite.assertionResults.length === 0) tests.push({ name: suite.name, status: 'failed' });
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
  console.log(`  ${group.padEnd(9)} ${counts(tests)}`);
  for (const test of tests.filter(({ status }) => status !== 'passed')) console.log(`            ${test.status}: ${test.name}`);
  all.push(...tests);
}
console.log(`It took ${Math.floor(seconds / 60)} min ${seconds % 60} s.`);
for (const [group, reason] of notRun) {
  console.log(`NOT RUN: ${group.toUpperCase()} (${reason})`);
  if (group === 'mysql') console.log('THE CONCURRENCY SUITE DID NOT RUN: IT NEEDS A REAL MYSQL.');
}
console.log(counts(all));
process.exit(count(all, 'failed') > 0 || notRun.length > 0 ? 1 : 0);
