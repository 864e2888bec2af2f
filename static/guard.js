// Looks after boot.js and the style sheet, as plain as an old browser needs it: what arrived cut off or of another release
// may lie in the browser's own cache, so each is fetched once more past it; then the page says that it could not open.
(function () {
  var page = document.documentElement;

  function fail() {
    if (page.hasAttribute('data-boot')) return;
    document.getElementById('huiqi-root').hidden = true;
    document.getElementById('huiqi-failed').hidden = false;
    page.setAttribute('data-boot', '');
    page.setAttribute('data-huiqi', 'failed');
  }

  function again(element, attribute) {
    var copy = document.createElement(element.localName);
    Array.prototype.forEach.call(element.attributes, function (one) { copy.setAttribute(one.name, one.value); });
    copy.setAttribute(attribute, element.getAttribute(attribute) + '?again');
    element.parentNode.replaceChild(copy, element);
    return copy;
  }

  function look() {
    Array.prototype.forEach.call(document.querySelectorAll('link[rel=stylesheet]'), function (link) {
      if (!link.sheet) again(link, 'href');
    });
    // A module has run by now, or never will.
    var boot = document.querySelector('script[data-wasm]');
    if (boot && !page.hasAttribute('data-boot')) {
      boot = again(boot, 'src');
      boot.onerror = fail;
      boot.onload = fail;
    }
  }

  if (document.readyState === 'complete') look();
  else addEventListener('load', look);
})();
