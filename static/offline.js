// Keeps this release on the device by the service worker, and offers the next one once all of it is there. Taking it is
// the visitor's choice: the answers stay, but the list may have changed. What is kept and how is in worker.js. Loaded
// after the widget has started, so that no first visit waits for it.

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

function offer(worker) {
  const earlier = document.getElementById('huiqi-update');
  if (earlier) earlier.remove();
  const note = element('div', '');
  note.id = 'huiqi-update';
  note.className = 'widget';
  note.setAttribute('role', 'status');
  const said = element('div', '');
  said.className = 'note';
  const buttons = element('p', '');
  buttons.className = 'buttons';
  const now = element('button', '现在更新');
  const later = element('button', '以后再说');
  now.onclick = () => {
    // In another tab somebody may have taken it already. A page that was loaded past the worker (Shift and reload) sees no
    // change of what controls it, only of the worker itself.
    const isTaken = () => worker.state === 'activated' && location.reload();
    worker.addEventListener('statechange', isTaken);
    worker.postMessage('take over');
    isTaken();
  };
  later.onclick = () => note.remove();
  buttons.append(now, later);
  said.append(element('p', '有新版本。更新后您的回答还在。'), buttons);
  note.append(said);
  // Outside what the widget draws, inside what the frame's height follows.
  document.getElementById('huiqi-content').prepend(note);
}

function watch(registration, worker) {
  worker.addEventListener('statechange', () => {
    // The first version of all is no new one.
    if (worker.state === 'installed' && registration.active) offer(worker);
  });
}

/** Where there are no workers (a sandboxed frame, an old or careful browser) the widget only needs the network. */
async function keepOffline() {
  try {
    const registration = await navigator.serviceWorker.register(new URL('worker.js', document.baseURI).href);
    if (registration.waiting) offer(registration.waiting);
    if (registration.installing) watch(registration, registration.installing);
    registration.addEventListener('updatefound', () => watch(registration, registration.installing));
  } catch (error) {
    // Nothing is kept; the next visit tries again.
  }
}

keepOffline();
