/* On every page: palette, drawer by keyboard, the search box, copying an address. Everything works, or is hidden, without it. */
(function () {
  "use strict";
  var own = document.currentScript, here = own.src, doc = document;
  function load(file) { return import(new URL(file, here).href); }
  function one(sel, from) { return (from || doc).querySelector(sel); }
  function all(sel, from) { return [].slice.call((from || doc).querySelectorAll(sel)); }
  doc.documentElement.classList.replace("no-js", "js");
  if (new URLSearchParams(location.search).has("embed")) {
    doc.documentElement.classList.add("is-embed");
    all("a[href]").forEach(function (a) { if (a.getAttribute("href")[0] !== "#") a.target = "_top"; });
    /* whoever meets it elsewhere sees whose it is, and gets to the page itself */
    var from = doc.createElement("p"), whole = doc.createElement("a"), plain = new URL(location.href), inner = one(".rg"), site = one(".md-header__topic");
    plain.searchParams.delete("embed"); whole.href = plain.href; whole.target = "_top"; from.className = "rg-from";
    if (inner && site) { whole.textContent = site.textContent.trim(); from.append(whole); inner.prepend(from); }
  }

  /* the theme's toggle, without the theme's script */
  var options = all("[data-md-component=palette] input");
  function show(index, keep) {
    var chosen = options[index]; if (!chosen) return;
    var color = { media: chosen.dataset.mdColorMedia, scheme: chosen.dataset.mdColorScheme, primary: chosen.dataset.mdColorPrimary, accent: chosen.dataset.mdColorAccent };
    Object.keys(color).forEach(function (k) { doc.body.setAttribute("data-md-color-" + k, color[k]); });
    options.forEach(function (o, i) { o.checked = i === index; if (o.nextElementSibling) o.nextElementSibling.hidden = i !== index; });
    if (keep && window.__md_set) window.__md_set("__palette", { index: index, color: color });
  }
  if (options.length) {
    var kept = window.__md_get && window.__md_get("__palette");
    var start = kept && typeof kept.index === "number" ? kept.index : options.findIndex(function (o) { return matchMedia(o.dataset.mdColorMedia).matches; });
    show(Math.max(0, start), false);
    options.forEach(function (o, i) { o.addEventListener("change", function () { show(i, true); focusToggle(i); }); });
  }
  function focusToggle(i) { options[i].focus(); }

  /* the drawer's label works without a script, but only a button can be reached by keyboard */
  var label = one("#rg-menu"), drawer = one("#__drawer");
  if (label && drawer) {
    var menu = doc.createElement("button");
    menu.type = "button"; menu.id = label.id; menu.className = label.className; menu.innerHTML = label.innerHTML;
    menu.setAttribute("aria-label", label.title); menu.setAttribute("aria-expanded", "false");
    label.replaceWith(menu);
    var toggle = function (open) { drawer.checked = open; menu.setAttribute("aria-expanded", String(open)); };
    menu.onclick = function () { toggle(!drawer.checked); };
    drawer.addEventListener("change", function () { toggle(drawer.checked); });
    doc.addEventListener("keydown", function (e) { if (e.key === "Escape" && drawer.checked) { toggle(false); menu.focus(); } });
  }

  /* search: the box in the header answers as one types; Enter goes to the search page */
  var box = one(".rg-find__q"), page = one(".rg-search"), base = own.dataset.base || ".";
  if (box && !page) {
    var panel = null, timer = 0;
    box.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () { load("search.js").then(function (m) { panel = m.box(box, base); }); }, 120);
    });
    box.addEventListener("focus", function () { load("search.js").then(function (m) { m.warm(base); }); }, { once: true });
    doc.addEventListener("click", function (e) { if (panel && !box.form.contains(e.target)) panel.hidden = true; });
    box.form.addEventListener("keydown", function (e) {
      var links = all(".rg-found a", box.form), at = links.indexOf(doc.activeElement);
      if (e.key === "Escape" && panel) { panel.hidden = true; box.focus(); }
      if (e.key === "ArrowDown" && links.length) { e.preventDefault(); (links[at + 1] || links[0]).focus(); }
      if (e.key === "ArrowUp" && at >= 0) { e.preventDefault(); (links[at - 1] || box).focus(); }
    });
  }
  doc.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
    if (e.key === "/" || e.key === "f" || e.key === "s") {
      var field = page ? one(".rg-form input") : box;
      if (field && field.offsetParent) { e.preventDefault(); field.focus(); field.select(); }
    }
  });
  if (page) load("search.js").then(function (m) { m.page(page, base); });

  /* what can be copied gets a button: the address, each form of the citation */
  var perm = one(".rg-perm");
  function copying(place, words) {
    var button = doc.createElement("button"); button.type = "button"; button.className = "rg-copy"; button.textContent = perm.dataset.copy;
    button.onclick = function () {
      navigator.clipboard.writeText(words()).then(function () {
        button.textContent = heard.textContent = perm.dataset.copied;
        setTimeout(function () { button.textContent = perm.dataset.copy; heard.textContent = ""; }, 2500);
      });
    };
    place.append(" ", button);
  }
  if (perm && navigator.clipboard) {
    var heard = doc.createElement("span"); heard.className = "rg-vh"; heard.setAttribute("role", "status"); perm.append(heard);
    copying(perm, function () { return location.href.split(/[?#]/)[0]; });
    all(".rg-formats details").forEach(function (d) { copying(d, function () { return one("pre", d).textContent; }); });
  }
  all("a[data-take][data-id]").forEach(function (a) {
    a.onclick = function (e) { e.preventDefault(); load("take.js").then(function (m) { m.take(a.dataset.take, [a.dataset.id], a.href, a.dataset.id); }); };
  });
  addEventListener("beforeprint", function () { all(".rg-more").forEach(function (d) { d.open = true; }); });
  var begun = one(".rg-chips") ? load("chronicle.js").then(function (m) { return m.start(base); }) : Promise.resolve();
  begun.catch(function (fault) { console.error(fault); }).then(function () { doc.documentElement.classList.add("ready"); });
})();
