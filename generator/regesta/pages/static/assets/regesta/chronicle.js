/* Narrowing a list: facets with their counts, a range of days, and the state in the address. What is seldom used is loaded when it is. */
import { chip, dates, feeds, finders, lanes } from "./narrowed.js";
import { makeBrush, makeRange } from "./range.js";
const one = (sel, from = document) => from.querySelector(sel);
const all = (sel, from = document) => [...from.querySelectorAll(sel)];

/* The events that stand on the page; a chronology too long for that names the file that has them. */
function listed(root) {
  return all(".rg-ev,.rg-row", root).map((el) => ({
    el, id: el.id, values: JSON.parse(el.dataset.f || "{}"),
    first: el.dataset.a ? +el.dataset.a : -Infinity, last: el.dataset.b ? +el.dataset.b : Infinity,
  }));
}

export async function start(base) {
  const root = one(".rg"), list = one(".rg-list"), words = list.dataset, figure = one(".rg-over", root), chips = one(".rg-chips", root);
  const counter = one(".rg-count b", root), whole = counter ? counter.textContent : "", links = all(".rg-facet a[data-k]", root), bar = one(".rg-take", root);
  let items = words.src ? null : listed(root), rows = null, turn = 0;
  let state = new URLSearchParams(), from = null, to = null;
  const { say, iso, number, at } = dates(words.locale), known = new Set(links.map((a) => a.dataset.k));
  const chosen = () => [...state].filter(([k]) => known.has(k)), narrowed = () => Boolean(chosen().length) || from !== null;
  const wrap = one(".rg-facets__w", root);
  if (wrap && matchMedia("(max-width:59.98em)").matches) wrap.open = false;
  const link = (key, value) => links.find((a) => a.dataset.k === key && a.dataset.v === value);
  function name(key, value) {
    const a = link(key, value);
    return a ? `${one("summary", a.closest(".rg-facet")).firstChild.textContent}: ${one(".f-v", a).textContent}` : `${key}: ${value}`;
  }
  /* several values of one facet widen, several facets narrow; a doubtful event stays while it may lie in the range */
  function fits(item, want, without) {
    if (without !== "date" && from !== null && (item.last < from || item.first > to)) return false;
    return Object.entries(want).every(([k, vs]) => k === without || vs.some((v) => (item.values[k] || []).includes(v)));
  }
  async function apply() {
    const mine = ++turn, want = {}; chosen().forEach(([k, v]) => (want[k] ||= []).push(v));
    if (!items && narrowed()) {
      rows = await import("./rows.js");
      const found = await rows.load(new URL(words.src, location.href), known);
      items ||= found;
      if (mine !== turn) return;
    }
    const shown = (items || []).filter((item) => fits(item, want));
    if (!words.src) show(new Set(shown)); else if (rows) rows.render(list, narrowed() ? shown : null, { base, words });
    if (counter) counter.textContent = narrowed() ? words.of.replace("{n}", shown.length).replace("{all}", items.length) : whole;
    if (items) { for (const key of known) recount(key, want); range.draw(items.filter((item) => fits(item, want, "date")), from, to); }
    root.classList.toggle("is-narrowed", narrowed()); mark(want); fill(shown);
    feeds(bar, chosen().map(([k, v]) => link(k, v)).filter(Boolean), !narrowed() ? "" : from === null && chosen().length < 2 ? words.follow : words.apart);
    taken = narrowed() || (bar && bar.dataset.part) ? shown.map((item) => item.id) : null;
  }
  function show(kept) {
    for (const item of items) item.el.hidden = !kept.has(item);
    all(".rg-day,.rg-month,.rg-open", root).forEach((s) => { s.hidden = !one(".rg-ev:not([hidden]),.rg-row:not([hidden])", s); });
    if (narrowed()) all(".rg-month .rg-more", root).forEach((d) => { d.open = true; });
  }
  function recount(key, want) {
    const counts = new Map();
    for (const item of items) if (fits(item, want, key)) for (const v of new Set(item.values[key] || [])) counts.set(v, (counts.get(v) || 0) + 1);
    const most = Math.max(1, ...counts.values());
    for (const a of links) if (a.dataset.k === key) {
      const n = counts.get(a.dataset.v) || 0;
      one(".f-n", a).textContent = n; one(".f-bar rect", a).setAttribute("width", `${(100 * n) / most}%`);
      a.classList.toggle("is-zero", !n);
    }
  }
  function mark(want) {
    for (const a of links) if ((want[a.dataset.k] || []).includes(a.dataset.v)) a.setAttribute("aria-current", "true"); else a.removeAttribute("aria-current");
  }
  function fill(shown) {
    chips.replaceChildren(); chips.hidden = !narrowed();
    if (narrowed() && !shown.length) { const p = document.createElement("p"); p.className = "rg-empty"; p.textContent = words.none; chips.append(p); }
    const add = (label, act, plain) => chips.append(chip(label, act, plain ? "" : words.remove, () => one("button", chips) || one(".rg-facet summary", root)));
    chosen().forEach(([k, v]) => add(name(k, v), () => drop(k, v)));
    if (from !== null) add(words.to.replace("{first}", say(from)).replace("{last}", say(to)), () => between(null, null));
    if (chosen().length + (from !== null) > 1) add(words.clear, () => { state = new URLSearchParams([...state].filter(([k]) => !known.has(k))); between(null, null); }, true);
  }
  function drop(key, value) {
    const kept = state.getAll(key).filter((v) => v !== value); state.delete(key); kept.forEach((v) => state.append(key, v)); return push();
  }
  /* each choice can be undone by going back; a range that is being drawn is one choice, however many steps it takes */
  let drawing = false;
  function push(draws = false) {
    if (from === null) { state.delete("from"); state.delete("to"); } else { state.set("from", iso(from)); state.set("to", iso(to)); }
    const address = location.pathname + (String(state) ? `?${state}` : "") + location.hash;
    if (draws && drawing) history.replaceState(null, "", address); else history.pushState(null, "", address);
    drawing = draws;
    return apply();
  }
  function between(first, last, draws) {
    from = first; to = last; if (brush) brush.set(from, to);
    return push(draws);
  }
  function read() {
    state = new URLSearchParams(location.search); from = to = null;
    const asked = [state.get("from"), state.get("to")];
    if (asked.every((day) => /^\d{4}-\d\d-\d\d$/.test(day))) [from, to] = asked.map(number).sort((a, b) => a - b);
    if (brush) brush.set(from, to);
    return apply();
  }
  root.addEventListener("click", (e) => {
    const a = e.target.closest(".rg-facet a[data-k]"); if (!a || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (state.getAll(a.dataset.k).includes(a.dataset.v)) drop(a.dataset.k, a.dataset.v); else { state.append(a.dataset.k, a.dataset.v); push(); }
  });
  let taken = null;
  if (bar) bar.addEventListener("click", async (e) => {
    const a = e.target.closest("a[data-take]"); if (!a || !taken) return;
    e.preventDefault();
    const { take } = await import("./take.js");
    await take(a.dataset.take, taken, a.href);
  });

  lanes(figure); finders(root, words.narrow);

  const range = makeRange(one(".rg-facet.is-date", root), words, { iso, number }, between);
  const brush = figure && (!items || items.length > 2) ? makeBrush(figure, words, { say, at, items: () => items }, (first, last) => between(first, last, true)) : null;
  addEventListener("popstate", () => { drawing = false; read(); });
  await read();
}
