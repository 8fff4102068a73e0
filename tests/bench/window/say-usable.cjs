/**
 * Loaded before an app: writes a line once its first page has a heading and a button that can be pressed, and both
 * have been drawn.
 */
const { app } = require('electron');

const whenUsable = `new Promise((done) => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
  const isThere = () => ['h1', 'button:enabled'].every((part) => document.querySelector(part) !== null);
  if (isThere()) return drawn();
  const watch = new MutationObserver(() => {
    if (!isThere()) return;
    watch.disconnect();
    drawn();
  });
  watch.observe(document, { childList: true, subtree: true, attributes: true });
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(whenUsable).then(() => process.stdout.write('usable\n'));
  });
});
