// The durable twin of localStorage: an IndexedDB of the same records. Browsers write localStorage to the disk up to
// a minute late, and a full disk goes unsaid there; a strict transaction that is complete stands. It begins before
// the module of the app is here, so that what only one of the two holds is back by then.
window.gaozhiTwin = (() => {
  const NAME = 'records';
  const OURS = /^gaozhi\/(draft|template|version)\//;
  let opened;
  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open('gaozhi', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(NAME);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = asked.onblocked = () => fail(asked.error);
  });
  const run = async (mode, work, again) => {
    try {
      const base = await (opened ||= open());
      return await new Promise((done, fail) => {
        const turn = base.transaction(NAME, mode, { durability: 'strict' });
        const asked = work(turn.objectStore(NAME));
        turn.oncomplete = () => done(asked);
        turn.onabort = () => fail(turn.error);
      });
    } catch (error) {
      opened = null;
      if (again) throw error;
      // The browser may have closed the connection.
      return run(mode, work, true);
    }
  };
  const get = async (keys) => (await run('readonly', (store) => keys.map((key) => store.get(key)))).map((asked) => asked.result);
  const put = (keys, texts, drops) => run('readwrite', (store) => {
    keys.forEach((key, at) => store.put(texts[at], key));
    drops.forEach((key) => store.delete(key));
  });
  // What one of the two lacks, the other gives. Tells what localStorage has no room for: keys and texts by turns.
  const mirror = async () => {
    const keys = (await run('readonly', (store) => store.getAllKeys())).result;
    let stored;
    try { stored = localStorage; } catch { /* Denied: the twin alone holds everything. */ }
    const missing = keys.filter((key) => !stored || stored.getItem(key) === null);
    const texts = await get(missing);
    const left = [];
    missing.forEach((key, at) => {
      if (typeof texts[at] !== 'string') return;
      try { stored.setItem(key, texts[at]); } catch { left.push(key, texts[at]); }
    });
    if (stored) {
      const held = new Set(keys);
      const extra = Object.keys(stored).filter((key) => OURS.test(key) && !held.has(key));
      // The app says what fails when it next writes.
      put(extra, extra.map((key) => stored.getItem(key)), []).catch(() => {});
    }
    return left;
  };
  const through = (data, stream) => new Response(new Blob([data]).stream().pipeThrough(stream));
  // Packed: the length in bytes, a colon, then 14 bits a character.
  const pack = async (text) => {
    const bytes = new Uint8Array(await through(text, new CompressionStream('deflate-raw')).arrayBuffer());
    let [out, held, bits] = [`${bytes.length}:`, 0, 0];
    for (const byte of bytes) {
      held = held << 8 | byte;
      bits += 8;
      if (bits >= 14) {
        bits -= 14;
        out += String.fromCharCode(0x4e00 + (held >> bits));
        held &= (1 << bits) - 1;
      }
    }
    return bits ? out + String.fromCharCode(0x4e00 + (held << 14 - bits)) : out;
  };
  const unpack = async (packed) => {
    const start = packed.indexOf(':') + 1;
    const bytes = new Uint8Array(parseInt(packed, 10) || 0);
    let [held, bits, at] = [0, 0, start];
    for (let index = 0; index < bytes.length; index++) {
      if (bits < 8) {
        held = held << 14 | packed.charCodeAt(at++) - 0x4e00 & 0x3fff;
        bits += 14;
      }
      bits -= 8;
      bytes[index] = held >> bits;
      held &= (1 << bits) - 1;
    }
    return through(bytes, new DecompressionStream('deflate-raw')).text();
  };
  // What fails is for those who wait for it; nobody else is told.
  const quiet = (promise) => {
    promise.catch(() => {});
    return promise;
  };
  let lasting;
  const mirrored = quiet(mirror());
  return {
    mirrored: () => mirrored,
    get: (keys) => quiet(get(keys)),
    put: (keys, texts, drops) => {
      // There is something worth keeping now.
      if (keys.length && !lasting) lasting = quiet(Promise.resolve(navigator.storage?.persist?.()));
      return quiet(put(keys, texts, drops));
    },
    pack: (text) => quiet(pack(text)),
    unpack: (packed) => quiet(unpack(packed)),
  };
})();
