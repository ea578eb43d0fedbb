// What the person still has when the program breaks, cannot start, broke twice over the same draft, or is older than
// the draft: a message
// (#crash in index.html) with the text to take along. Rests on the page and the stored records alone, for by then no
// handler of the program lives any more. In the page itself, before the program; ES5.
(function () {
  'use strict';
  var DRAFTS = 'gaozhi/draft/', PANICS = 'gaozhi/crashed/';
  // How many panics make a draft one that is not opened by itself, and how long it must have worked to be trusted again.
  var MOST = 2, TRUSTED_AFTER = 10000;
  // Which message is shown: '', 'panic', 'start', 'safe' or 'newer'.
  var shown = '';
  var isStarted = false, isBroken = false;
  // The draft at the address, and that of the message.
  var open = '', id = '';
  // What is handed out: the draft's name, its text, its file.
  var name = '', text = '', file = '';
  var trust;
  // What was packed in storage, by its packed text.
  var unpacked = {};

  function by(id) { return document.getElementById(id); }

  function get(key) {
    try { return localStorage.getItem(key); } catch (_) { return null; }
  }

  function count(id, panics) {
    try {
      if (panics) localStorage.setItem(PANICS + id, panics); else localStorage.removeItem(PANICS + id);
    } catch (_) { /* Without storage there is no draft to come back to either. */ }
  }

  function panics(id) { return Number(get(PANICS + id)) || 0; }

  // ---- When ----

  // The address leads somewhere. Heard before the program hears it, which takes the safe page for home.
  function follow() {
    clearTimeout(trust);
    if (shown === 'panic') return;
    if (shown === 'safe' || shown === 'newer') {
      hide();
      if (isBroken) location.reload();
    }
    // It was closed in order.
    if (open) count(open, 0);
    open = '';
    var place = /^#\/(fill|design|safe|newer)\/(.+)/.exec(location.hash);
    if (!place) return;
    if (place[1] === 'newer') {
      show('newer', place[2]);
    } else if (place[1] === 'safe' || panics(place[2]) >= MOST) {
      history.replaceState(null, '', '#/safe/' + place[2]);
      show('safe', place[2]);
    } else {
      open = place[2];
      trust = setTimeout(function () { if (isStarted && !shown) count(open, 0); }, TRUSTED_AFTER);
    }
  }

  function panicked(where) {
    if (isBroken) return;
    isBroken = true;
    // Behind the safe page it is home that broke; what is on the safe page is needed all the more.
    if (shown === 'safe' || shown === 'newer') return;
    clearTimeout(trust);
    var fill = by('fill');
    var broken = open || fill && fill.getAttribute('data-draft') || '';
    if (broken) count(broken, panics(broken) + 1);
    by('crash-where').textContent = where.replace(/^.*\/(?=[^\/]+\/src\/)/, '');
    show('panic', broken);
  }

  // An error that nobody caught. One that went through the module leaves it as it was at that moment.
  function failed(event) {
    var error = event.error || event.reason;
    var isTrap = window.WebAssembly && error instanceof WebAssembly.RuntimeError;
    // A listener that outlived what it is for says so in the same way, and breaks nothing.
    var isTorn = event.error && /wasm/.test(event.error.stack) && !/^closure invoked/.test(event.error.message);
    if (isTrap || isTorn) {
      panicked(String(error));
    } else if (!isStarted && (error || event.target.nodeName === 'SCRIPT')) {
      // It may have been somebody else's.
      setTimeout(function () { if (!isStarted && !shown) show('start', open); }, 1000);
    }
  }

  addEventListener('hashchange', follow);
  addEventListener('gaozhi:panic', function (event) { panicked(event.detail); });
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', failed);
  addEventListener('TrunkApplicationStarted', function () {
    isStarted = true;
    if (shown === 'start') hide(); else if (shown) seal(true);
  });
  document.addEventListener('DOMContentLoaded', function () {
    by('crash').addEventListener('click', clicked);
  });
  follow();

  // ---- What is shown ----

  function show(why, draft) {
    shown = why;
    if (!by('crash')) {
      document.addEventListener('DOMContentLoaded', function () { if (shown === why) show(why, draft); });
      return;
    }
    id = draft;
    var parts = by('crash').querySelectorAll('[data-why]');
    for (var at = 0; at < parts.length; at++) {
      parts[at].hidden = parts[at].getAttribute('data-why').split(' ').indexOf(why) < 0;
    }
    var seen = why === 'panic' ? onScreen() : '';
    // First, for what is not shown cannot be scrolled.
    by('crash').hidden = false;
    fill(seen);
    seal(true);
    // Not on a button: whoever is typing would press it.
    by('crash-text').focus();
    // By then localStorage has back what only its twin held.
    if (window.gaozhiTwin) {
      gaozhiTwin.mirrored().then(unpack, unpack).then(function () { if (shown === why) fill(seen); });
    }
  }

  function hide() {
    shown = '';
    by('crash').hidden = true;
    seal(false);
  }

  // Keeps the focus out of what stands behind the message.
  function seal(on) {
    var parts = document.body.children;
    for (var at = 0; at < parts.length; at++) {
      if (parts[at].id !== 'crash') {
        if (on) parts[at].setAttribute('inert', ''); else parts[at].removeAttribute('inert');
      }
    }
  }

  function fill(seen) {
    var record = id ? newest(inStorage(id)) : { json: '', draft: null };
    name = record.draft ? nameOf(record.draft) : '';
    text = seen;
    file = record.json;
    if (record.draft) {
      try {
        text = text || plain(record.draft);
        file = shown === 'panic' ? withControls(record.draft) : file;
      } catch (_) { /* A record of another shape: it is handed out as it is. */ }
    }
    text = text || file || (id ? '' : everything());
    by('crash-name').textContent = name || id;
    if (by('crash-text').value !== text) {
      by('crash-text').value = text;
      by('crash-text').setSelectionRange(0, 0);
      by('crash-text').scrollTop = 0;
    }
    by('crash-out').hidden = !text;
    by('crash-file').hidden = !file;
  }

  function clicked(event) {
    var act = event.target.id;
    var called = (name || '稿纸').replace(/[\\\/:*?"<>|\x00-\x1f]/g, '');
    if (act === 'crash-copy') {
      by('crash-text').select();
      // The other way to the clipboard is closed to pages that came without TLS.
      if (document.execCommand('copy')) event.target.textContent = event.target.getAttribute('data-done');
    } else if (act === 'crash-save') {
      download(called + '.txt', '\ufeff' + text.replace(/\r?\n/g, '\r\n'));
    } else if (act === 'crash-file') {
      download(called + '.json', file);
    } else if (act === 'crash-reload') {
      location.reload();
    } else if (act === 'crash-retry') {
      count(id, MOST - 1);
      go('#/fill/' + id);
    } else if (act === 'crash-home') {
      go('#/');
    }
  }

  function go(hash) {
    history.replaceState(null, '', hash);
    location.reload();
  }

  function download(name, text) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text]));
    link.download = name;
    link.click();
  }

  // ---- The text on the screen ----

  // The form as it reads, what stands in its controls in their places; below it what was typed elsewhere.
  function onScreen() {
    var out = [];
    if (by('form')) read(by('form'), out);
    var areas = document.querySelectorAll('textarea');
    for (var at = 0; at < areas.length; at++) {
      if (!by('crash').contains(areas[at]) && !(by('form') && by('form').contains(areas[at]))) {
        out.push('\n', areas[at].value);
      }
    }
    return out.join('').replace(/\n{2,}/g, '\n').trim();
  }

  function read(node, out) {
    if (node.nodeType === 3) {
      out.push(node.nodeValue);
    } else if (/^(INPUT|TEXTAREA|SELECT)$/.test(node.nodeName)) {
      out.push(node.value || node.getAttribute('placeholder') || '');
    } else if (/\becho\b/.test(node.className) || !/^(BUTTON|SVG|EM)$/i.test(node.nodeName)) {
      if (/\b(omitted|hollow)\b/.test(node.className)) return;
      for (var child = node.firstChild; child; child = child.nextSibling) read(child, out);
      if (/^(DIV|P|LABEL|LEGEND)$/.test(node.nodeName)) out.push('\n');
      if (node.parentNode.nodeName === 'LABEL' && node.nextSibling) out.push('：');
    }
  }

  // ---- The stored draft ----

  // The records of a draft; without an id those of all.
  function inStorage(id) {
    var found = [];
    try {
      for (var at = 0; at < localStorage.length; at++) {
        var key = localStorage.key(at);
        var isOne = id ? key === DRAFTS + id || key.indexOf(DRAFTS + id + '/') === 0 : key.indexOf(DRAFTS) === 0;
        if (isOne) found.push(localStorage.getItem(key));
      }
    } catch (_) { /* Storage is denied. */ }
    return found;
  }

  // Unpacks what the message may be about.
  function unpack() {
    var waits = [];
    inStorage(id).forEach(function (text) {
      var body = bodyOf(text);
      if (isPacked(text)) {
        waits.push(gaozhiTwin.unpack(body).then(function (json) { unpacked[body] = json; }, function () {}));
      }
    });
    return Promise.all(waits);
  }

  // Above the draft stand four lines that tell what it is; in an earlier release none did.
  function bodyOf(text) { return text.replace(/^gaozhi-record(.*\n){4}/, ''); }

  function isPacked(text) { return /^gaozhi-record.*\n.* packed\n/.test(text); }

  // All drafts as text, one below the other: where none is open.
  function everything() {
    var ids = {}, found = [];
    try {
      for (var at = 0; at < localStorage.length; at++) {
        var key = localStorage.key(at);
        if (key.indexOf(DRAFTS) === 0) ids[key.slice(DRAFTS.length).split('/')[0]] = true;
      }
      for (var id in ids) {
        var record = newest(inStorage(id));
        found.push(record.draft ? plain(record.draft) : record.json);
      }
    } catch (_) { /* Storage is denied, or a record has another shape. */ }
    return found.join('\n\n\n');
  }

  // Of several records the one that was changed last; one that is no JSON where there is no other.
  function newest(texts) {
    var best = { json: '', draft: null };
    texts.forEach(function (text) {
      var json = isPacked(text) ? unpacked[bodyOf(text)] || '' : bodyOf(text);
      try {
        var draft = JSON.parse(json);
        if (!best.draft || draft.changed > best.draft.changed) best = { json: json, draft: draft };
      } catch (_) {
        if (!best.json) best = { json: json, draft: null };
      }
    });
    return best;
  }

  function nameOf(draft) {
    var line = (draft.outline || []).filter(function (line) { return line.indexOf('模板 ') === 0; })[0] || '';
    return line.slice(3);
  }

  // What is known of each field: its default, and the mark of its open blank.
  function fields(draft) {
    var found = {};
    draft.outline.forEach(function (line) {
      var cells = line.split(' | '), field = found[cells[0]] = { given: '', mark: 'XX' };
      cells.forEach(function (cell) {
        if (cell.indexOf('默认 ') === 0) field.given = cell.slice(3);
        if (cell.indexOf('占位 ') === 0) field.mark = cell.slice(3);
        if (cell === '选填') field.mark = '';
      });
    });
    return found;
  }

  // What stands in a field: the answer, or else its default, which may name other fields.
  function valueOf(draft, fields, id, depth) {
    var answers = draft.answers || {};
    if (answers.hasOwnProperty(id)) return answers[id];
    if (!fields[id] || depth > 4) return '';
    return spelled(fields[id].given, function (other) { return valueOf(draft, fields, other, depth + 1); });
  }

  // A text of the outline without its escapes, its blanks replaced.
  function spelled(text, blank) {
    return text.replace(/\\u\{([0-9a-fA-F]+)\}|\\(.)|\{([^{}]*)\}| ?\| ?/g, function (_, code, sign, id) {
      if (code) return String.fromCharCode(parseInt(code, 16));
      if (sign) return { n: '\n', r: '' }[sign] || sign;
      return id ? blank(id) : '';
    });
  }

  // A draft as text: its paragraphs with the answers in them, headings by their signs.
  function plain(draft) {
    var known = fields(draft), body = draft.outline.slice(draft.outline.indexOf('[正文]') + 1);
    return body.map(function (line) {
      return spelled(line.replace(/^(@\S+ ?)+/, ''), function (id) {
        return valueOf(draft, known, id, 0) || (known[id] ? known[id].mark : 'XX');
      });
    }).join('\n');
  }

  // The draft's file with what stands in the controls: the last of it may not have been stored.
  function withControls(draft) {
    var known = fields(draft), controls = document.querySelectorAll('#form [data-field]');
    for (var at = 0; at < controls.length; at++) {
      var id = controls[at].getAttribute('data-field');
      if (controls[at].value !== valueOf(draft, known, id, 0)) draft.answers[id] = controls[at].value;
    }
    return JSON.stringify(draft, null, 1);
  }
})();
