// Writes Word files beside the page, so that the page never waits and a trap costs nobody their draft.
// Takes {draft, carries}: the draft as JSON, and whether the file carries it. Answers {bytes}: a Uint8Array, or {error}: a word. The page ends
// it after one answer.
import init, { docx } from './office.js';

self.onmessage = async ({ data: { draft, carries } }) => {
  try {
    await init();
  } catch {
    self.postMessage({ error: 'unloaded' });
    return;
  }
  try {
    const bytes = docx(draft, carries);
    self.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
