/* Narrowing a list: facets with their counts, the brush over the overview, and the state in the address. */
const one = (sel, from = document) => from.querySelector(sel);
const all = (sel, from = document) => [...from.querySelectorAll(sel)];
const EPOCH = 719163; /* the number of 1970-01-01, where 0001-01-01 is 1 */
const iso = (n) => { const d = new Date((n - EPOCH) * 864e5); return Number.isNaN(+d) ? "" : d.toISOString().slice(0, 10); };
const number = (s) => Math.round(Date.parse(s + "T00:00Z") / 864e5) + EPOCH;

export function start() {
  const root = one(".rg"), words = one(".rg-list").dataset, figure = one(".rg-over", root), chips = one(".rg-chips", root);
  const counter = one(".rg-count b", root), links = all(".rg-facet a[data-k]", root);
  const items = all(".rg-ev,.rg-row", root).map((el) => ({
    el, values: JSON.parse(el.dataset.f || "{}"),
    first: el.dataset.a ? +el.dataset.a : -Infinity, last: el.dataset.b ? +el.dataset.b : Infinity,
  }));
  const total = items.length, whole = counter ? counter.textContent : "";
  let state = new URLSearchParams(location.search), from = null, to = null, brush = null;
  const format = new Intl.DateTimeFormat(words.locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const say = (n) => { const s = iso(n); return s ? format.format(new Date(s + "T00:00Z")) : String(n); };
  const known = new Set(links.map((a) => a.dataset.k));
  const chosen = () => [...state].filter(([k]) => known.has(k));
  const wrap = one(".rg-facets__w", root);
  if (wrap && matchMedia("(max-width:59.98em)").matches) wrap.open = false;

  function name(key, value) {
    const link = links.find((a) => a.dataset.k === key && a.dataset.v === value);
    const facet = link ? link.closest(".rg-facet").querySelector("summary").firstChild.textContent : key;
    return `${facet}: ${link ? one(".f-v", link).textContent : value}`;
  }
  /* several values of one facet widen, several facets narrow */
  function fits(item, want, without) {
    if (from !== null && (item.last < from || item.first > to)) return false;
    return Object.entries(want).every(([k, vs]) => k === without || vs.some((v) => (item.values[k] || []).includes(v)));
  }
  function apply() {
    const want = {}; chosen().forEach(([k, v]) => (want[k] ||= []).push(v));
    let shown = 0;
    for (const item of items) { const ok = fits(item, want); item.el.hidden = !ok; shown += ok; }
    all(".rg-day,.rg-month,.rg-open", root).forEach((s) => { s.hidden = !one(".rg-ev:not([hidden]),.rg-row:not([hidden])", s); });
    const narrowed = chosen().length || from !== null;
    if (narrowed) all(".rg-month .rg-more", root).forEach((d) => { d.open = true; });
    if (counter) counter.textContent = narrowed ? words.of.replace("{n}", shown).replace("{all}", total) : whole;
    for (const key of known) {
      const counts = new Map();
      for (const item of items) if (fits(item, want, key)) for (const v of new Set(item.values[key] || [])) counts.set(v, (counts.get(v) || 0) + 1);
      const most = Math.max(1, ...counts.values());
      for (const a of links) if (a.dataset.k === key) {
        const n = counts.get(a.dataset.v) || 0;
        one(".f-n", a).textContent = n; one("rect", a).setAttribute("width", `${(100 * n) / most}%`);
        a.classList.toggle("is-zero", !n);
        if ((want[key] || []).includes(a.dataset.v)) a.setAttribute("aria-current", "true"); else a.removeAttribute("aria-current");
      }
    }
    chips.replaceChildren(); chips.hidden = !narrowed;
    if (!shown) { const p = document.createElement("p"); p.className = "rg-empty"; p.textContent = words.none; chips.append(p); }
    chosen().forEach(([k, v]) => chip(name(k, v), () => drop(k, v)));
    if (from !== null) chip(words.to.replace("{first}", say(from)).replace("{last}", say(to)), () => { if (brush) brush.reset(); push(); });
    if (chosen().length + (from !== null) > 1) chip(words.clear, () => { state = new URLSearchParams(); if (brush) brush.reset(); push(); }, true);
  }
  function chip(label, act, plain) {
    const b = document.createElement("button"); b.type = "button"; b.textContent = plain ? label : `${label} ×`;
    if (!plain) b.setAttribute("aria-label", words.remove.replace("{what}", label));
    b.onclick = () => { act(); (one("button", chips) || one(".rg-facets summary") || document.body).focus(); };
    chips.append(b);
  }
  function drop(key, value) { const next = new URLSearchParams(); for (const [k, v] of state) if (k !== key || v !== value) next.append(k, v); state = next; push(); }
  function push() {
    if (from === null) { state.delete("from"); state.delete("to"); } else { state.set("from", iso(from)); state.set("to", iso(to)); }
    history.replaceState(null, "", location.pathname + (String(state) ? `?${state}` : "") + location.hash); apply();
  }
  root.addEventListener("click", (e) => {
    const a = e.target.closest(".rg-facet a[data-k]"); if (!a || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (state.getAll(a.dataset.k).includes(a.dataset.v)) drop(a.dataset.k, a.dataset.v); else { state.append(a.dataset.k, a.dataset.v); push(); }
  });

  if (figure && total > 2) brush = makeBrush();
  function makeBrush() {
    const plot = one(".rg-over__plot", figure), first = +figure.dataset.a, days = +figure.dataset.n, at = [0, days];
    const step = Math.max(1, Math.round(days / 400));
    const frame = document.createElement("div"); frame.className = "rg-brush";
    const handles = [words.first, words.last].map((label, i) => {
      const b = document.createElement("button"); b.type = "button"; b.setAttribute("role", "slider"); b.setAttribute("aria-label", label);
      b.setAttribute("aria-valuemin", 0); b.setAttribute("aria-valuemax", days);
      b.onkeydown = (e) => {
        const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageUp: 7 * step, PageDown: -7 * step, Home: -days, End: days }[e.key];
        if (by) { e.preventDefault(); set(i, at[i] + by); }
      };
      b.onpointerdown = (e) => b.setPointerCapture(e.pointerId);
      b.onpointermove = (e) => {
        if (!b.hasPointerCapture(e.pointerId)) return;
        const r = one(".rg-lane__p", figure).getBoundingClientRect(); set(i, Math.round(((e.clientX - r.left) / r.width) * days));
      };
      frame.append(b); return b;
    });
    function set(i, x) {
      at[i] = i ? Math.max(at[0] + 1, Math.min(days, x)) : Math.max(0, Math.min(at[1] - 1, x)); draw();
      const narrowed = at[0] > 0 || at[1] < days;
      from = narrowed ? first + at[0] : null; to = narrowed ? first + at[1] - 1 : null; push();
    }
    function draw() {
      plot.style.setProperty("--b0", at[0] / days); plot.style.setProperty("--b1", at[1] / days);
      const width = one(".rg-lane__p", figure).getBoundingClientRect().width;
      frame.style.setProperty("--cl", `${(at[0] / days) * width - 2}px`); frame.style.setProperty("--cr", `${(1 - at[1] / days) * width - 2}px`);
      handles.forEach((h, i) => { h.setAttribute("aria-valuenow", at[i]); h.setAttribute("aria-valuetext", say(first + (i ? at[1] - 1 : at[0]))); });
    }
    plot.append(frame); draw(); addEventListener("resize", draw);
    const f = state.get("from"), t = state.get("to");
    if (/^\d{4}-\d\d-\d\d$/.test(f) && /^\d{4}-\d\d-\d\d$/.test(t)) { set(1, number(t) - first + 1); set(0, number(f) - first); }
    return { reset() { at[0] = 0; at[1] = days; from = to = null; draw(); } };
  }
  apply();
}
