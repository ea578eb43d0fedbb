// Proofreads beside the page: no key waits for it, and the page ends it when the list is closed.
// Takes {draft, id, ignored, shown}: the draft as JSON and its id, the lines of what is ignored, and 'shown' if
// that is to be listed too. Answers {text}: the sheet of findings, or {error}: a word.
import init, { proofread } from './proof.js';

const ready = init();
ready.catch(() => {});

self.onmessage = async ({ data: { draft, id, ignored, shown } }) => {
  try {
    await ready;
    self.postMessage({ text: proofread(draft, id, ignored, shown === 'shown') });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
