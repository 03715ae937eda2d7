// The keyboard of the desk. Every page works without it. Keys are ignored while somebody types, and
// are off where the page, or the person, says so: localStorage["desk.keys"] = "off".
(() => {
  "use strict";

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const keysAreOff = () => {
    try { return localStorage.getItem("desk.keys") === "off"; } catch { return false; }
  };
  const rows = () => [...document.querySelectorAll("table.list tbody tr")];

  const choose = (step) => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex((row) => row.getAttribute("aria-selected") === "true");
    const next = Math.min(Math.max(at + step, 0), all.length - 1);
    all.forEach((row, place) => row.setAttribute("aria-selected", String(place === next)));
    const link = all[next].querySelector("a");
    if (link) link.focus();
    all[next].scrollIntoView({ block: "nearest" });
  };
  const follow = (selector) => {
    const chosen = document.querySelector('tr[aria-selected="true"]');
    const link = chosen && chosen.querySelector(selector);
    if (link) link.click();
  };
  const KEYS = {
    j: () => choose(1),
    k: () => choose(-1),
    e: () => follow("a.next-step"),
    n: () => { location.href = "/requests/new"; },
    "/": () => { const box = document.querySelector("[data-search]"); if (box) { box.focus(); box.select(); } },
    "?": () => { const box = document.querySelector("#keys"); if (box) { box.open = !box.open; box.scrollIntoView(); } },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff() || typing(event.target)) return;
    const act = KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // A form that was sent is not sent twice by an impatient finger.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "get" || form.dataset.sent) { if (form.dataset.sent) event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });

  document.addEventListener("click", (event) => {
    const all = event.target.closest("[data-check-all]");
    if (!all) return;
    document.querySelectorAll(all.dataset.checkAll).forEach((box) => { box.checked = all.checked; });
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  // The worklist: the switch that turns the keys off, in this browser.
  const keysSwitch = document.querySelector("[data-keys-switch]");
  if (keysSwitch) {
    keysSwitch.checked = !keysAreOff();
    keysSwitch.addEventListener("change", () => {
      try { localStorage.setItem("desk.keys", keysSwitch.checked ? "on" : "off"); } catch { /* private */ }
    });
  }
})();
