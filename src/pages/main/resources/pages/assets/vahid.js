// What a page does by itself, where scripts are allowed. Every page works without it.
(function () {
  "use strict";

  // The first thing to read on a page with faults is what is wrong.
  var summary = document.getElementById("error-summary");
  if (summary) { summary.focus(); }

  // htmx keeps the address of the page in the tab, whatever its settings say. Nothing is kept here.
  function forget() { try { sessionStorage.removeItem("htmx-current-path-for-history"); } catch (none) { return; } }
  forget();
  document.addEventListener("htmx:afterSettle", forget);

  // A page that the browser kept must be asked for again: its session may be over.
  window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });

  // What was filled in goes along to another language, and to whoever logs in again.
  var filled = document.querySelector("form[data-keep]");
  function keep(headers) {
    return fetch(filled.dataset.keep, { method: "POST", body: new URLSearchParams(new FormData(filled)), credentials: "same-origin", headers: headers });
  }
  if (filled) {
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a[hreflang]");
      if (!link) { return; }
      event.preventDefault();
      var go = function () { location.href = link.href; };
      keep({}).then(go, go);
    });
  }

  function left(seconds) { return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0"); }

  var session = document.getElementById("session");
  if (session) {
    // Whole seconds are told: a session that is left a moment too early would still be there.
    var length = 1000 * (Number(session.dataset.seconds) + 1);
    var end = Date.now() + length;
    var due = [10, 3];
    var shown = document.getElementById("session-left");
    setInterval(function () {
      var seconds = Math.ceil((end - Date.now()) / 1000);
      if (filled && seconds <= due[0]) { due.shift(); keep({ "Vahid-Poll": "1" }).catch(function () { return; }); }
      if (seconds <= 0) { location.replace("/login/over"); return; }
      session.hidden = seconds > Number(session.dataset.warning);
      shown.textContent = session.hidden ? "" : left(seconds);
    }, 1000);
    document.getElementById("session-stay").form.addEventListener("submit", function (event) {
      event.preventDefault();
      fetch(event.target.action, { method: "POST", body: new URLSearchParams(new FormData(event.target)), credentials: "same-origin" }).then(function (answer) {
        if (answer.status === 204) { end = Date.now() + length; session.hidden = true; due = [10, 3]; } else { location.replace("/login/over"); }
      });
    });
  }

  // A slip’s QR code leads here with its code behind the sign #, which is sent to nobody.
  var code = document.querySelector("#rate #code");
  if (code && /^#[0-9A-Za-z-]{12,14}$/.test(location.hash)) {
    code.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
  }

  // How long it is until another try is worth it.
  var again = document.getElementById("again-in");
  if (again) {
    var at = Date.now() + 1000 * Number(again.dataset.seconds);
    var timer = setInterval(function () {
      var seconds = Math.max(0, Math.ceil((at - Date.now()) / 1000));
      again.textContent = seconds;
      if (seconds === 0) { clearInterval(timer); }
    }, 500);
  }

  // Who waits is told what became of it: a gateway that has gone, too. The page is asked for again, as a part that failed would be for ever.
  document.addEventListener("htmx:responseError", function (event) {
    if (event.target.closest("[data-or-reload]")) { location.reload(); }
  });

  // A form is sent once; the server keeps it from counting twice all the same.
  document.addEventListener("submit", function (event) {
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    if (event.target.dataset.once !== undefined) { event.target.dataset.sent = "1"; }
  });

  // A part of the navigation closes by Escape, and when something else is done.
  function close(but) {
    document.querySelectorAll(".vahid-menu[open]").forEach(function (menu) { if (!menu.contains(but)) { menu.open = false; } });
  }
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && event.target.closest && event.target.closest(".vahid-menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("focusin", function (event) { close(event.target); });
  document.addEventListener("click", function (event) { close(event.target); });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) { window.print(); }
  });
})();
