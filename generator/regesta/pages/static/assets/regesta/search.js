/* Full-text search over the index that the build made. Nothing is loaded before somebody looks for something. */
let index = null;
const STEP = 30;
const escape = (s) => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const safe = (html) => escape(html).replace(/&#60;(\/?)mark&#62;/g, "<$1mark>"); /* an excerpt's own marks, and nothing else */

export function warm(base) {
  index ||= (async () => {
    const home = new URL(base.endsWith("/") ? base : `${base}/`, location.href);
    const found = await import(new URL("pagefind/pagefind.js", home).href);
    await found.options({ baseUrl: home.pathname, excerptLength: 28, highlightParam: null });
    await found.init();
    return found;
  })();
  index.catch(() => { index = null; });
  return index;
}

async function find(base, words, sort, filters = {}) {
  const engine = await warm(base);
  const asked = { filters };
  if (sort === "date") asked.sort = { date: "asc" };
  return engine.search(words, asked);
}

/* An excerpt, with dots where it begins or ends in the middle of a sentence. */
function cut(own, whole, last) {
  const at = whole.indexOf(own.replace(/<\/?mark>/g, "")), closed = /[.!?…][”“"’'»]?(<\/mark>)?\s*$/;
  return (at === 0 || (at > 0 && closed.test(whole.slice(0, at))) ? "" : "… ") + safe(own) + (last || closed.test(own) ? "" : " …");
}

/* What a hit shows: its own words around the match; where only a spelling of a name matched, its summary and that spelling. */
function context(hit, also) {
  const [own, ...names] = hit.excerpt.split("⁂");
  const words = own.trim().split(/\s+/).length > 8 ? cut(own.trim(), hit.content || "", names.length) : escape(hit.meta.summary || "");
  if (own.includes("<mark>") && words) return `<p class="h-x">${words}</p>`;
  const plain = (n) => n.replace(/<\/?mark>/g, ""), bare = (n) => n.trim().replace(/[.,](<\/mark>)?$/, "$1");
  const met = [...new Map([own, ...names].filter((n) => n.includes("<mark>")).map(bare).filter((n) => plain(n) !== hit.meta.title).map((n) => [plain(n), safe(n)])).values()];
  return `<p class="h-x">${words}</p>${met.length ? `<p class="rg-also">${escape(also).replace("{names}", met.join(", "))}</p>` : ""}`;
}

/* The words that were looked for, marked in a title as well. */
function titled(title, words) {
  const sought = words.split(/\s+/).filter((w) => w.length > 2).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!sought.length) return escape(title);
  return title.split(new RegExp(`(${sought.join("|")})`, "giu")).map((part, i) => (i % 2 ? `<mark>${escape(part)}</mark>` : escape(part))).join("");
}

/* The language of a title that is in another than the page's. */
const tongue = (hit) => (hit.meta.lang ? ` lang="${escape(hit.meta.lang)}" dir="auto"` : "");

function line(hit) {
  const kind = hit.meta.kind || "";
  return `<a href="${escape(hit.url)}"><b${tongue(hit)}>${escape(hit.meta.title || "")}</b><small>${escape(hit.meta.date || kind)}</small></a>`;
}

export function box(input, base) {
  let panel = input.form.querySelector(".rg-found");
  if (!panel) { panel = document.createElement("div"); panel.className = "rg-found"; panel.setAttribute("role", "status"); input.form.append(panel); }
  const words = input.value.trim(), data = input.form.dataset;
  if (!words) { panel.hidden = true; return panel; }
  find(base, words).then(async ({ results }) => {
    const hits = await Promise.all(results.slice(0, 6).map((r) => r.data()));
    if (input.value.trim() !== words) return;
    panel.hidden = false;
    const target = `${input.form.getAttribute("action")}?q=${encodeURIComponent(words)}`;
    panel.innerHTML = hits.length
      ? `<ol>${hits.map((h) => `<li>${line(h)}</li>`).join("")}</ol><p><a class="x-all" href="${escape(target)}">${escape(data.all)} (${results.length})</a></p>`
      : `<p>${escape(data.none.replace("{words}", words))}</p>`;
  }).catch(() => { panel.hidden = false; panel.textContent = data.failed; });
  return panel;
}

export function page(root, base) {
  const form = root.querySelector("form"), input = form.querySelector("input"), say = root.querySelector(".rg-count"), list = root.querySelector(".rg-hits");
  const order = root.querySelector(".rg-order"), aside = root.querySelector(".rg-facets"), data = root.dataset, names = JSON.parse(data.facets);
  const state = new URLSearchParams(location.search), chosen = new Set();
  for (const key of Object.keys(names)) for (const value of state.getAll(key)) chosen.add(`${key}\n${value}`);
  let sort = state.get("sort") === "date" ? "date" : "best", timer = 0, turn = 0;
  const wrap = aside.querySelector("details"); wrap.open = Boolean(chosen.size) || !matchMedia("(max-width:59.98em)").matches;
  const ways = root.querySelector(".rg-ways"), start = say.textContent, forms = JSON.parse(data.hits), rules = new Intl.PluralRules(document.documentElement.lang);
  const count = (n) => (forms[rules.select(n)] || forms.other).replace("{n}", n);

  function asked() {
    const found = {};
    for (const one of chosen) { const [key, value] = one.split("\n"); (found[key] ||= { any: [] }).any.push(value); }
    return found;
  }
  function remember(words) {
    const next = new URLSearchParams(words ? { q: words } : {});
    if (words && sort === "date") next.set("sort", "date");
    for (const one of chosen) next.append(...one.split("\n"));
    history.replaceState(null, "", location.pathname + (String(next) ? `?${next}` : ""));
  }
  /* of a facet that narrows already, all values of the search stay in view */
  function narrow(left, whole) {
    const used = new Set([...chosen].map((one) => one.split("\n")[0])), filters = {};
    for (const key of Object.keys(names)) filters[key] = (used.has(key) ? whole : left)[key];
    const box = aside.querySelector("div"); box.replaceChildren();
    for (const [key, name] of Object.entries(names)) {
      const values = Object.entries(filters[key] || {}).filter(([v, n]) => n || chosen.has(`${key}\n${v}`)).sort((a, b) => b[1] - a[1]);
      if (values.length < 2 && !values.some(([v]) => chosen.has(`${key}\n${v}`))) continue;
      const set = document.createElement("fieldset"); set.className = "rg-narrow";
      set.innerHTML = `<legend>${escape(name)}</legend>` + values.map(([v, n]) => {
        const id = `${key}\n${v}`;
        return `<label><input type="checkbox" value="${escape(id)}"${chosen.has(id) ? " checked" : ""}> <span>${escape(v)}</span> <small>${n}</small></label>`;
      }).join("");
      box.append(set);
    }
    aside.hidden = !box.children.length;
  }
  const parts = root.querySelector("template").content, bests = root.querySelector(".rg-bests");
  const part = (name) => { const found = name && parts.querySelector(`[data-p="${CSS.escape(name)}"]`); return found ? found.innerHTML : ""; };
  function event(h, words) {
    const known = h.meta.known ? ` <span>${escape(h.meta.known)}</span>` : "", status = part(h.meta.status);
    return `<li class="rg-hit"><p class="rg-when">${part(h.meta.mark)}<span>${escape(h.meta.date || "")}</span>${known}</p>` +
      `<h3><a href="${escape(h.url)}"${tongue(h)}>${titled(h.meta.title || "", words)}</a> ${status}</h3>${context(h, data.also)}</li>`;
  }
  const best = (h) => `<p class="rg-best"><span>${escape(h.meta.date || "")}</span> <a href="${escape(h.url)}">${escape(h.meta.title || "")}</a> <span>${escape(h.meta.count || "")}</span></p>`;
  /* thirty at a time; names stand above the events */
  async function more(results, words, mine) {
    const hits = await Promise.all(results.slice(0, STEP).map((r) => r.data())), rest = results.slice(STEP);
    if (mine !== turn) return null;
    bests.insertAdjacentHTML("beforeend", hits.filter((h) => !h.meta.mark).map(best).join(""));
    const from = list.children.length;
    list.insertAdjacentHTML("beforeend", hits.filter((h) => h.meta.mark).map((h) => event(h, words)).join(""));
    if (rest.length) {
      const button = document.createElement("button"); button.type = "button"; button.className = "rg-next"; button.textContent = data.more.replace("{n}", rest.length);
      button.onclick = async () => { button.remove(); const first = await more(rest, words, turn); const a = first && first.querySelector("a"); if (a) a.focus(); };
      list.after(button);
    }
    return list.children[from];
  }
  const clear = () => { list.replaceChildren(); bests.replaceChildren(); if (list.nextElementSibling) list.nextElementSibling.remove(); };
  async function run() {
    const words = input.value.trim(), mine = ++turn;
    remember(words);
    order.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.sort === sort)));
    if (!words) { clear(); say.textContent = start; order.hidden = true; aside.hidden = true; ways.hidden = false; return; }
    say.textContent = data.loading; ways.hidden = true;
    try {
      const { results, filters, totalFilters } = await find(base, words, sort, asked());
      if (mine !== turn) return;
      clear(); await more(results, words, mine);
      if (mine !== turn) return;
      order.hidden = results.length < 2; ways.hidden = Boolean(results.length);
      say.textContent = results.length ? count(results.length) : data.none.replace("{words}", words);
      const focused = document.activeElement && document.activeElement.value;
      narrow(filters || {}, totalFilters || {});
      const again = focused && [...aside.querySelectorAll("input")].find((i) => i.value === focused);
      if (again) again.focus();
    } catch { say.textContent = data.failed; ways.hidden = false; }
  }
  form.addEventListener("submit", (e) => { e.preventDefault(); run(); });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 180); });
  order.addEventListener("click", (e) => { const b = e.target.closest("button"); if (b) { sort = b.dataset.sort; run(); } });
  aside.addEventListener("change", (e) => { if (e.target.checked) chosen.add(e.target.value); else chosen.delete(e.target.value); run(); });
  input.value = state.get("q") || "";
  warm(base).then((engine) => engine.filters()).catch(() => {}).then(() => { if (input.value) run(); }); /* counts come with loaded filters only */
}
