// Reads files beside the page: whatever a file holds can only hurt this worker, which the page ends
// after one answer unless it was of the site. Takes {kind, name, what, switched}: what is a File or a text. Answers
// {text}: what was read, as JSON, or for the kind `template` the usual template; or {error}: a word. For the
// kind `backup` it is {what, here}, two backups, and the text is what restoring the one beside the other keeps. For
// the kind `returned` the text is what came back in the file, for `habits` the page setup that it was made with.
import init, { habits, plan, read, returned, template } from './reader.js';

// Fetched at once: a link may name a plain text before the app is there to ask for it.
const ready = init();
ready.catch(() => {});

self.onmessage = async ({ data: { kind, name, what, switched, here } }) => {
  try {
    await ready;
  } catch {
    self.postMessage({ error: 'unloaded' });
    return;
  }
  try {
    if (kind === 'template') {
      self.postMessage({ text: template(what) });
      return;
    }
    if (kind === 'backup') {
      self.postMessage({ text: plan(what, here) });
      return;
    }
    const isText = typeof what === 'string';
    if ((isText ? what.length : what.size) > 20 << 20) {
      self.postMessage({ error: 'too_large' });
      return;
    }
    const bytes = isText ? new TextEncoder().encode(what) : new Uint8Array(await what.arrayBuffer());
    const of = { habits, returned }[kind];
    self.postMessage({ text: of ? of(name, bytes) : read(name, bytes, kind, switched) });
  } catch (error) {
    // A file that was moved or changed since it was chosen cannot be read.
    const word = typeof error === 'string' ? error : error instanceof DOMException ? 'moved' : 'gave_up';
    self.postMessage({ error: word });
  }
};
