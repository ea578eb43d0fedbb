// Brings the designer into the page: its style sheet first, so that nothing is shown without it,
// its module meanwhile. Tells the app how it went.
import init from './designer.js';

const here = (name) => new URL(name, import.meta.url);
const module = fetch(here('./designer_bg.wasm'));
const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = here('./designer.css').href;
const styled = new Promise((go) => {
  sheet.onload = sheet.onerror = go;
});
document.head.append(sheet);

let there = false;
try {
  await styled;
  await init({ module_or_path: module });
  there = true;
} catch {
  // The app says what to do.
}
dispatchEvent(new CustomEvent('gaozhi:designer', { detail: there }));
