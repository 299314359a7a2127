/* What Kith adds where scripts run. Everything works without it. */
(function () {
  "use strict";
  var all = function (what, within) { return Array.prototype.slice.call((within || document).querySelectorAll(what)); };
  var first = function (what) { return document.querySelector(what); };

  /* What the service worker keeps; it clears too, as it goes on when this page is left. */
  function dropCopies() {
    var workers = navigator.serviceWorker;
    if (!workers || !window.caches) { return; }
    if (workers.controller) { workers.controller.postMessage({ forget: true }); }
    caches.keys().then(function (names) { names.forEach(function (name) { caches.delete(name); }); });
    workers.getRegistrations().then(function (found) { found.forEach(function (one) { one.unregister(); }); });
  }

  /* Leave quickly: blank the page, keep nothing, take this page's place in the history. */
  function blank() {
    var exit = first("[data-exit]");
    if (!exit) { return false; }
    document.documentElement.hidden = true;
    document.title = "";
    location.replace(exit.href);
    return true;
  }
  function leave() {
    if (!blank()) { return; }
    try { sessionStorage.clear(); localStorage.clear(); here[LEFT] = 1; } catch (error) { /* storage may be closed to us */ }
    dropCopies();
  }
  /* In this tab "Back" then leads away again (2), until a page is opened anew. */
  var LEFT = "kith-left";
  var here = {};
  try { here = sessionStorage; } catch (error) { /* as above */ }
  if (performance.navigation.type !== 2) { delete here[LEFT]; }
  else if (here[LEFT]) { blank(); }
  all("[data-exit]").forEach(function (exit) {
    exit.addEventListener("click", function (event) { event.preventDefault(); leave(); });
  });
  var shifts = [];
  document.addEventListener("keyup", function (event) {
    var now = Date.now();
    if (event.key !== "Shift") { shifts = []; return; }
    shifts = shifts.filter(function (then) { return now - then < 3000; }).concat(now);
    if (shifts.length > 1 && now - shifts[shifts.length - 2] > 1500) { shifts = [now]; }
    if (shifts.length >= 3) { leave(); }
  });

  /* An error summary gets the focus; its links put the focus into the field. */
  var summary = first(".error-summary");
  if (summary) { summary.focus(); }

  /* A form on its way is not sent twice; coming back to the page frees it. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(function () { delete form.dataset.sent; }, 8000);
    if (event.submitter) { event.submitter.setAttribute("aria-busy", "true"); }
  });
  addEventListener("pageshow", function (event) {
    if (event.persisted && here[LEFT]) { blank(); return; }
    all("[data-sent]").forEach(function (form) { delete form.dataset.sent; });
    all("[aria-busy]").forEach(function (button) { button.removeAttribute("aria-busy"); });
  });

  /* A link to something folded opens it; without scripts it leads to its heading. */
  all(".to-map").forEach(function (link) {
    link.addEventListener("click", function () { first(link.hash).open = true; });
  });

  /* Two minutes before the idle limit: say so, and let the person stay. */
  var notice = first(".idle-notice");
  var minutes = Number(document.body.dataset.idleMinutes || 0);
  if (minutes) { dropCopies(); }
  if (notice && minutes > 2) {
    var timer;
    var wait = function () {
      clearTimeout(timer);
      notice.hidden = true;
      timer = setTimeout(function () { notice.hidden = false; }, (minutes - 2) * 60000);
    };
    first("[data-stay]").addEventListener("click", function (event) {
      fetch(event.target.dataset.stay, { credentials: "same-origin" }).then(function (answer) {
        if (answer.ok) { wait(); } else { location.reload(); }
      });
    });
    wait();
  }
})();
