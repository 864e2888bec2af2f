// Keeps this release on the device by the service worker, and offers the next one once all of it is there. Taking it is
// the visitor's choice: the answers stay, but the list may have changed. What is kept and how is in worker.js.

function offer(worker) {
  const note = document.getElementById('huiqi-update');
  const [now, later] = note.querySelectorAll('button');
  now.onclick = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    worker.postMessage('take over');
  };
  later.onclick = () => { note.hidden = true; };
  note.hidden = false;
}

function watch(registration, worker) {
  worker.addEventListener('statechange', () => {
    // The first version of all is no new one.
    if (worker.state === 'installed' && registration.active) offer(worker);
  });
}

/** Where there are no workers (a sandboxed frame, an old or careful browser) the widget only needs the network. */
export async function keepOffline() {
  try {
    const registration = await navigator.serviceWorker.register(new URL('worker.js', document.baseURI).href);
    if (registration.waiting) offer(registration.waiting);
    if (registration.installing) watch(registration, registration.installing);
    registration.addEventListener('updatefound', () => watch(registration, registration.installing));
  } catch (error) {
    // Nothing is kept; the next visit tries again.
  }
}
