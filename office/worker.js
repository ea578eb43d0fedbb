// Writes Word files beside the page, so that the page never waits and a trap costs nobody their draft.
// Takes {draft, carries, mark}: the draft as JSON, whether the file carries it, and what stands above its text. Answers {bytes}:
// a Uint8Array, or {error}: a word. The page ends it after one answer.
import init, { docx } from './office.js';

self.onmessage = async ({ data: { draft, carries, mark } }) => {
  try {
    await init();
  } catch {
    self.postMessage({ error: 'unloaded' });
    return;
  }
  try {
    const bytes = docx(draft, carries, mark);
    self.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
