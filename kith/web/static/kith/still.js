/* A page with a name goes blank when its minutes are over or sharing stops; what the screen of a sleeping
   phone still holds is covered before it is asked for again. The page itself is asked again without scripts. */
(function () {
  "use strict";
  var shown = document.querySelector("[data-still]");
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
})();
