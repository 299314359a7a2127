/* Keys on a worker's list: j k Enter o e / ?; they can be switched off. */
(function () {
  "use strict";
  var list = document.querySelector("[data-keys]");
  if (!list) { return; }
  var off = false;
  try { off = localStorage.getItem("kith-keys") === "off"; } catch (error) { /* keys stay on */ }
  var rows = Array.prototype.slice.call(list.querySelectorAll(".work-row"));
  var toggle = document.querySelector("[data-keys-off]");
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
    "/": function () { var find = document.querySelector("[data-find]"); if (find) { find.focus(); } },
    "?": function () { var help = document.querySelector("[data-key-help]"); if (help) { help.open = !help.open; } }
  };
  document.addEventListener("keydown", function (event) {
    if (off || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
})();
