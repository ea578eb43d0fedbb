// Reads whole drafts beside the page: no key waits for it. Takes drafts as JSON. For {draft, id, ignored, shown},
// with the draft's id, the lines of what is ignored, and 'shown' if that is to be listed too, answers {text}: the
// sheet of findings. For {kind: 'compare', before, after} answers {text}: what differs. For {kind: 'returned', draft,
// sent, paragraphs} answers {text}: the changes; with {chosen} too, the draft in which these are made. Else {error}: a
// word.
import init, { accept_returned, compare_drafts, list_returned, proofread } from './proof.js';

const ready = init();
ready.catch(() => {});

const answer = ({ kind, before, after, draft, id, ignored, shown, sent, paragraphs, chosen }) => {
  if (kind === 'compare') return compare_drafts(before, after);
  if (kind !== 'returned') return proofread(draft, id, ignored, shown === 'shown');
  if (chosen === undefined) return list_returned(draft, sent, paragraphs);
  return accept_returned(draft, sent, paragraphs, chosen);
};

self.onmessage = async ({ data }) => {
  try {
    await ready;
    self.postMessage({ text: answer(data) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
