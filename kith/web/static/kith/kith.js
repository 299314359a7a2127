/* What Kith adds where scripts run. Everything works without it. */
(function () {
  "use strict";
  var all = function (what, within) { return Array.prototype.slice.call((within || document).querySelectorAll(what)); };
  var first = function (what) { return document.querySelector(what); };

  /* Leave quickly: blank the page, keep nothing, take this page's place in the history. */
  function leave() {
    var exit = first("[data-exit]");
    if (!exit) { return; }
    document.documentElement.hidden = true;
    document.title = "";
    try { sessionStorage.clear(); localStorage.clear(); } catch (error) { /* storage may be closed to us */ }
    location.replace(exit.href);
  }
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
  addEventListener("pageshow", function () {
    all("[data-sent]").forEach(function (form) { delete form.dataset.sent; });
    all("[aria-busy]").forEach(function (button) { button.removeAttribute("aria-busy"); });
  });

  /* Two minutes before the idle limit: say so, and let the person stay. */
  var notice = first(".idle-notice");
  var minutes = Number(document.body.dataset.idleMinutes || 0);
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

  /* A page with a name goes blank when its minutes are over or sharing stops; what the screen of a sleeping
     phone still holds is covered before it is asked for again. The page itself is asked again without scripts. */
  var shown = first("[data-still]");
  if (shown) {
    var until = Date.now() + Number(shown.dataset.seconds) * 1000;
    var blank = function () { document.documentElement.hidden = true; location.reload(); };
    var look = function () {
      if (Date.now() >= until) { blank(); return; }
      fetch(shown.dataset.still, { credentials: "same-origin", cache: "no-store" }).then(
        function (answer) { if (!answer.ok) { blank(); } },
        function () { /* no connection now: the time goes on */ }
      );
    };
    setInterval(look, 5000);
    setTimeout(blank, until - Date.now());
    document.addEventListener("visibilitychange", function () { if (!document.hidden) { look(); } });
    addEventListener("pageshow", function (event) { if (event.persisted) { blank(); } });
  }

  /* Keys on a worker's list: j k Enter o e / ?; they can be switched off. */
  var list = first("[data-keys]");
  if (!list) { return; }
  var off = false;
  try { off = localStorage.getItem("kith-keys") === "off"; } catch (error) { /* keys stay on */ }
  var rows = all(".work-row", list);
  var toggle = first("[data-keys-off]");
  function label() { if (toggle) { toggle.textContent = off ? toggle.dataset.on : toggle.dataset.off; toggle.hidden = false; } }
  if (toggle) {
    label();
    toggle.addEventListener("click", function () {
      off = !off;
      label();
      try { localStorage.setItem("kith-keys", off ? "off" : "on"); } catch (error) { /* for this page only */ }
    });
  }
  function here() { return rows.findIndex(function (row) { return row.classList.contains("current"); }); }
  function go(to) {
    if (to < 0 || to >= rows.length) { return; }
    rows.forEach(function (row, at) { row.classList.toggle("current", at === to); });
    var stop = rows[to].querySelector(".step a, .step button, a, button");
    if (stop) { stop.focus(); }
  }
  function press(what) { var row = rows[here()]; var found = row && row.querySelector(what); if (found) { found.click(); } }
  var keys = {
    j: function () { go(here() + 1); },
    k: function () { go(here() - 1); },
    o: function () { press("[data-open], a"); },
    e: function () { press("[data-done]"); },
    "/": function () { var find = first("[data-find]"); if (find) { find.focus(); } },
    "?": function () { var help = first("[data-key-help]"); if (help) { help.open = !help.open; } }
  };
  document.addEventListener("keydown", function (event) {
    if (off || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
})();
