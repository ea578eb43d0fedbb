// How long a Word file takes to be written, and how large it is, beside the writers of the bench. Runs inside
// a copy of the bench, whose page of writers is built: node docx-ours.mjs DIST [ROUNDS]. All get the same
// words. Ours is called in the page itself with a stored draft, which is read and composed in that time too,
// and once through its worker, as the app does it.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './chrome.mjs';
import { definition } from './gen/definition.mjs';
import { serve } from './serve.mjs';
import { fmt, median, table } from './stats.mjs';

const [dist, rounds = '5'] = process.argv.slice(2);
const folder = readdirSync(dist).find((name) => name.startsWith('office-'));
if (!folder) throw new Error(`there is no writer of Word files in ${dist}`);
const site = join(import.meta.dirname, 'dist', 'docx');
cpSync(join(dist, folder), join(site, folder), { recursive: true });

const SIZES = [5000, 50000, 500000];
const fields = (chars) => Math.round(chars / 63);
const WRITERS = ['baseline', 'ours', 'ours with its draft', 'docx', 'docxtemplater', 'easy-template-x', 'html-to-docx'];

/// The definition of the bench as a stored draft, its blanks filled as the other writers have them.
function draft(n) {
  const { blocks, fields } = definition(n, 1);
  const mark = { t: '@标题 ', h1: '# ', h2: '## ', p: '' };
  const words = (part) => (typeof part === 'number' ? `{${fields[part].id}}` : part);
  const text = ({ k, parts }) => parts.map(words).join('').replace(k === 'h1' ? /^[^、]+、/ : k === 'h2' ? /^（[^）]+）/ : /^/, '');
  return JSON.stringify({
    format: 'gaozhi-draft', version: 2, created: 0, changed: 0,
    answers: Object.fromEntries(fields.map(({ id }, i) => [id, String(17 + ((i * 37) % 900))])),
    outline: ['[字段]', ...fields.map(({ id, label }) => `${id} | 文本 | ${label} | 占位 XX`), '[正文]', ...blocks.map((b) => mark[b.k] + text(b))],
  });
}

const ours = async ({ folder, draft, carries }) => {
  const { default: init, docx } = await import(`/${folder}/office.js`);
  await init();
  const write = () => {
    const from = performance.now();
    const bytes = docx(draft, carries, '');
    return { ms: performance.now() - from, bytes: bytes.length };
  };
  const worker = () => new Promise((done, failed) => {
    const from = performance.now();
    const worker = new Worker(`/${folder}/worker.js`, { type: 'module' });
    worker.onmessage = ({ data }) => { worker.terminate(); data.error ? failed(new Error(data.error)) : done(performance.now() - from); };
    worker.onerror = () => failed(new Error('the worker broke'));
    worker.postMessage({ draft, carries, mark: '' });
  });
  const [first, again] = [write(), write()];
  return { first, again, away: await worker() };
};
const theirs = async ({ writer, n }) => ({ first: await window.run(writer, n), again: await window.run(writer, n) });

const server = await serve(site);
const found = [];
for (let round = 0; round < Number(rounds); round++) {
  const tab = await launch();
  for (let index = 0; index < WRITERS.length; index++) {
    const writer = WRITERS[(index + round) % WRITERS.length];
    for (const size of SIZES) {
      await tab.page.goto(`${server.origin}/`);
      await tab.page.waitForFunction('window.ready === true');
      const n = fields(size);
      const got = writer.startsWith('ours')
        ? await tab.eval(`(${ours})(${JSON.stringify({ folder, draft: draft(n), carries: writer !== 'ours' })})`, 60000)
        : await tab.eval(`(${theirs})(${JSON.stringify({ writer, n })})`, 60000);
      found.push({ writer, size, ...got });
    }
  }
  await tab.close();
}
server.close();

const of = (writer, size, what) => median(found.filter((one) => one.writer === writer && one.size === size).map(what));
const head = ['writer', ...SIZES.map((size) => `${size / 1000}k`)];
for (const [kind, title] of [['first', 'First file, ms'], ['again', 'Second file, ms']]) {
  const cell = (writer, size) => {
    const [own, least] = [of(writer, size, (one) => one[kind].ms), of('baseline', size, (one) => one[kind].ms)];
    return writer === 'baseline' ? fmt(own) : `${fmt(own)} (${(own / least).toFixed(1)} ×)`;
  };
  console.log(`\n${title}\n\n${table(head, WRITERS.map((writer) => [writer, ...SIZES.map((size) => cell(writer, size))]))}`);
}
console.log(`\nSize, KiB\n\n${table(head, WRITERS.map((writer) => [writer, ...SIZES.map((size) => fmt(of(writer, size, (one) => one.first.bytes) / 1024))]))}`);
const away = (writer) => [writer, ...SIZES.map((size) => fmt(of(writer, size, (one) => one.away)))];
console.log(`\nThrough the worker, its start included, ms\n\n${table(head, ['ours', 'ours with its draft'].map(away))}`);
