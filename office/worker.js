// Writes Word files beside the page, so that the page never waits and a trap costs nobody their draft.
// Takes {id, draft}: the draft as JSON. Answers {id, bytes}: a Uint8Array, or {id, error, dead}: a
// word, and whether this worker is of no more use (end it and start another).
import init, { docx } from './office.js';

let ready;

self.onmessage = async ({ data: { id, draft } }) => {
  try {
    ready ??= init();
    await ready;
  } catch {
    // Perhaps only the network: the next message tries again.
    ready = undefined;
    self.postMessage({ id, error: 'unloaded', dead: false });
    return;
  }
  try {
    const bytes = docx(draft);
    self.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (error) {
    const dead = typeof error !== 'string';
    self.postMessage({ id, error: dead ? String(error) : error, dead });
  }
};
