// Reads files beside the page: whatever a file holds can only hurt this worker, which the page ends
// after one answer. Takes {id, kind, name, what, switched}: what is a File or a text. Answers
// {id, text}: what was read, as JSON, or {id, error}: a word.
import init, { read } from './reader.js';

self.onmessage = async ({ data: { id, kind, name, what, switched } }) => {
  try {
    await init();
  } catch {
    self.postMessage({ id, error: 'unloaded' });
    return;
  }
  try {
    const isText = typeof what === 'string';
    const size = isText ? what.length : what.size;
    const bytes = size > 20 << 20 ? undefined : isText ? new TextEncoder().encode(what) : new Uint8Array(await what.arrayBuffer());
    self.postMessage(bytes ? { id, text: read(name, bytes, kind, switched) } : { id, error: 'too_large' });
  } catch (error) {
    // A file that was moved or changed since it was chosen cannot be read.
    const word = typeof error === 'string' ? error : error instanceof DOMException ? 'moved' : 'gave_up';
    self.postMessage({ id, error: word });
  }
};
