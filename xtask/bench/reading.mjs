// How long a text takes to be read, beside the bench's plain regular expression. Runs inside a copy of the
// bench: node reading.mjs DIST. The module is called in the page itself, so that only reading is timed, and
// once through its worker, as the page does it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './chrome.mjs';
import { definition, template } from './gen/definition.mjs';
import { serve } from './serve.mjs';
import { fmt, median } from './stats.mjs';

const dist = process.argv[2];
const folder = readdirSync(dist).find((name) => name.startsWith('reader-'));
if (!folder) throw new Error(`there is no reader in ${dist}`);
const baseline = readFileSync(join(import.meta.dirname, 'src/docx/parse.js'), 'utf8').replace('export function', 'function');

/// A template of about that many bytes of UTF-8.
function sized(bytes) {
  const size = (fields) => Buffer.byteLength(template(definition(fields, 1)));
  const perField = size(1000) / 1000;
  return template(definition(Math.max(1, Math.round(bytes / perField)), 1));
}

const measure = async ({ folder, baseline, text }) => {
  const { default: init, read } = await import(`/${folder}/reader.js`);
  await init();
  const bytes = new TextEncoder().encode(text);
  const parse = new Function(`${baseline}; return parse;`)();
  const times = (run) => {
    const ms = [];
    for (let i = 0; i < 9; i++) { const from = performance.now(); run(); ms.push(performance.now() - from); }
    return ms;
  };
  const plain = times(() => parse(text));
  const ours = times(() => read('', bytes, 'text', ''));
  const worker = () => new Promise((done, failed) => {
    const from = performance.now();
    const worker = new Worker(`/${folder}/worker.js`, { type: 'module' });
    worker.onmessage = ({ data }) => { worker.terminate(); data.error ? failed(new Error(data.error)) : done(performance.now() - from); };
    worker.onerror = () => failed(new Error('the worker broke'));
    worker.postMessage({ kind: 'text', name: '', what: text, switched: '' });
  });
  const away = [];
  for (let i = 0; i < 3; i++) away.push(await worker());
  return { // The second of the texts that cross, see core/src/reading/wire.rs.
    blanks: Number(JSON.parse(read('', bytes, 'text', ''))[1]), fields: parse(text).fields.length, plain, ours, away };
};

const server = await serve(dist);
const tab = await launch();
await tab.page.goto(`${server.origin}/blank`);
console.log('| text | blanks: ours, baseline | baseline warm, ms | ours first, ms | ours warm, ms | ratio | through the worker, ms |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const [name, bytes] of [['10 KB', 10240], ['100 KB', 102400], ['1 MB', 1048576]]) {
  const text = sized(bytes);
  const argument = JSON.stringify({ folder, baseline, text });
  const got = await tab.eval(`(${measure})(${argument})`);
  const [plain, ours] = [median(got.plain.slice(4)), median(got.ours.slice(4))];
  console.log(`| ${name} | ${got.blanks}, ${got.fields} | ${fmt(plain)} | ${fmt(got.ours[0])} | ${fmt(ours)} | ${(ours / plain).toFixed(1)} × | ${fmt(median(got.away))} |`);
}
await tab.close();
server.close();
