/* What a person asks to keep on this phone: it stands in this browser's own storage and nowhere else. */
(function () {
  "use strict";
  var KEY = "kith-kept";
  var LONGEST_MAIL = 1900;
  var one = function (what, within) { return (within || document).querySelector(what); };
  var all = function (what, within) { return Array.prototype.slice.call((within || document).querySelectorAll(what)); };
  /* Whoever is signed in keeps a list, but no pages. */
  var workers = document.body.dataset.idleMinutes ? null : navigator.serviceWorker;
  var box = one("[data-keep]");
  var list = one("[data-list]");

  function kept() {
    try { var found = JSON.parse(localStorage.getItem(KEY)); return Array.isArray(found) ? found : []; } catch (error) { return []; }
  }
  function store(entries) {
    try {
      if (entries.length) { localStorage.setItem(KEY, JSON.stringify(entries)); } else { localStorage.removeItem(KEY); }
    } catch (error) { /* nothing is kept then */ }
  }
  /* The service worker comes only once something is kept. */
  function tell(message) {
    if (!workers) { return; }
    workers.getRegistration()
      .then(function (found) { return found || message.forget || workers.register(one("[data-worker]").dataset.worker, { scope: "/" }); })
      .then(function () { return workers.ready; })
      .then(function (found) { found.active.postMessage(message); })
      .catch(function () {});
  }
  function remove(path) {
    var left = kept().filter(function (entry) { return path && entry.path !== path; });
    store(left);
    tell({ drop: path, forget: !left.length });
  }
  function show(what, isShown, within) { all(what, within).forEach(function (found) { found.hidden = !isShown; }); }

  /* A service's page */
  function entryHere(isPlain) {
    var said = box.dataset;
    return {
      path: said.keep, name: isPlain ? said.plain : said.name, number: said.number, dial: said.dial,
      text: isPlain ? "" : one("[data-as-text]").value, isPlain: isPlain, at: new Date().toISOString()
    };
  }
  function keepHere(isPlain) {
    var entries = kept();
    var at = entries.findIndex(function (entry) { return entry.path === box.dataset.keep; });
    entries.splice(at < 0 ? entries.length : at, 1, entryHere(isPlain));
    store(entries);
    tell({ keep: isPlain || "asks" in box.dataset ? "" : box.dataset.keep });
  }
  function drawBox() {
    var found = kept().filter(function (entry) { return entry.path === box.dataset.keep; })[0];
    show("[data-do=ask]", !found, box);
    show("[data-question]", false, box);
    show("[data-on-phone]", Boolean(found), box);
    return found;
  }

  /* The list */
  function draw(entries) {
    var items = one("[data-items]");
    items.textContent = "";
    show("[data-full]", entries.length, list);
    show("[data-empty]", !entries.length, list);
    entries.forEach(function (entry) { items.appendChild(drawn(entry)); });
    var named = entries.filter(function (entry) { return !entry.isPlain; });
    show("[data-paper]", named.length, list);
    var ids = one("[data-ids]");
    ids.textContent = "";
    named.forEach(function (entry) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = "service";
      field.value = entry.path.split("/").slice(-2)[0];
      ids.appendChild(field);
    });
    var texts = entries.map(function (entry) { return [entry.name, entry.text || entry.number].join("\n"); });
    one("[data-as-text]").value = texts.join("\n\n");
    mail(texts);
  }
  function mail(texts) {
    var link = one("[data-mail]");
    var count = texts.length;
    do {
      link.href = "mailto:?subject=" + encodeURIComponent(link.dataset.mail) + "&body=" +
        encodeURIComponent(texts.slice(0, count).join("\n\n").replace(/\n/g, "\r\n"));
      count -= 1;
    } while (count && link.href.length > LONGEST_MAIL);
    show("[data-short]", count + 1 < texts.length, list);
  }
  function drawn(entry) {
    var item = document.importNode(one("template", list).content, true);
    var name = one("[data-name]", item);
    var call = one("[data-call]", item);
    name.textContent = entry.name;
    name.href = entry.path;
    one("[data-of]", item).textContent = entry.name;
    call.href = "tel:" + entry.dial;
    one("bdi", call).textContent = entry.number;
    call.hidden = !entry.dial;
    one("[data-text]", item).textContent = entry.text;
    one("[data-day]", item).textContent = new Date(entry.at).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    one("[data-do]", item).dataset.path = entry.path;
    return item;
  }

  var does = {
    ask: function () {
      if (!("asks" in box.dataset)) { keepHere(false); return; }
      show("[data-do=ask]", false, box);
      show("[data-question]", true, box);
      one("[data-question]", box).focus();
      return true;
    },
    named: function () { keepHere(false); },
    plain: function () { keepHere(true); },
    no: function () {},
    remove: function (button) { remove(button.dataset.path || box && box.dataset.keep); },
    pages: function (button) { tell({ keep: "" }); show("[data-pages-kept]", true); button.hidden = true; },
    print: function () { window.print(); },
    copy: function () {
      var area = one("[data-as-text]");
      area.select();
      if (navigator.clipboard) { navigator.clipboard.writeText(area.value); show("[data-copied]", true); }
    }
  };
  function drawAgain() {
    if (box) { drawBox(); }
    if (list) { draw(kept()); }
  }
  /* A page held for "Back" holds no list; another tab may have emptied it. */
  addEventListener("pagehide", function () { if (list) { draw([]); } });
  addEventListener("pageshow", function (event) { if (event.persisted) { drawAgain(); } });
  addEventListener("storage", drawAgain);
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]");
    if (!button || does[button.dataset.do](button)) { return; }
    drawAgain();
  });
  show("[data-with-scripts]", true);
  show("[data-without-scripts]", false);
  if (box) {
    var here = drawBox();
    if (here && !here.isPlain) { keepHere(false); }
  }
  if (list) {
    drawAgain();
    kept().forEach(function (entry) { if (!entry.isPlain) { tell({ keep: entry.path }); } });
  }
})();
