// Reads whole drafts beside the page: no key waits for it. Takes drafts as JSON. For {draft, id, ignored, shown},
// with the draft's id, the lines of what is ignored, and 'shown' if that is to be listed too, answers {text}: the
// sheet of findings. For {kind: 'compare', before, after} answers {text}: what differs. Else {error}: a word.
import init, { compare_drafts, proofread } from './proof.js';

const ready = init();
ready.catch(() => {});

self.onmessage = async ({ data: { kind, before, after, draft, id, ignored, shown } }) => {
  try {
    await ready;
    const text = kind === 'compare' ? compare_drafts(before, after) : proofread(draft, id, ignored, shown === 'shown');
    self.postMessage({ text });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
