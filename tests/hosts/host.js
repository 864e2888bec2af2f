// What a host page may do with the widget's events: here they are only kept, for the tests to read.
window.heard = [];

function listen(frame) {
  for (const type of ['ready', 'resize', 'error', 'report']) {
    frame.addEventListener(type, (event) => {
      if (event.detail) window.heard.push({ type, at: Number(frame.dataset.huiqi), ...event.detail });
    });
  }
}

document.querySelectorAll('iframe[data-huiqi]').forEach(listen);
// One that an `async` script or a script in the head puts in later.
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node.matches && node.matches('iframe[data-huiqi]') && !node.heard) listen(node);
  }
}).observe(document, { subtree: true, childList: true });
document.querySelectorAll('iframe[data-huiqi]').forEach((frame) => { frame.heard = true; });
