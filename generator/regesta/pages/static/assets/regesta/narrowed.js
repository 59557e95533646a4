/* Small parts of a narrowed list: days as numbers and words, chips, feeds of the chosen values. */
const EPOCH = 719163; /* the number of 1970-01-01, where 0001-01-01 is 1 */

export function dates(locale) {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const at = (n) => new Date((n - EPOCH) * 864e5);
  return {
    at,
    iso: (n) => { const d = at(n), year = d.getUTCFullYear(); return year > 0 && year < 1e4 ? d.toISOString().slice(0, 10) : ""; },
    number: (s) => Math.round(Date.parse(s + "T00:00Z") / 864e5) + EPOCH,
    say: (n) => { const d = at(n); return Number.isNaN(+d) ? String(n) : format.format(d); },
  };
}

/* A value that was chosen, as a button that lets it go; the focus goes to what stands next. */
export function chip(label, act, remove, next) {
  const b = document.createElement("button"); b.type = "button"; b.textContent = remove ? `${label} ×` : label;
  if (remove) b.setAttribute("aria-label", remove.replace("{what}", label));
  b.onclick = async () => { await act(); const to = next(); if (to) to.focus(); };
  return b;
}

/* What is on the screen can be taken along as a feed, but followed only where a feed lies on the server: each chosen value has one, and the whole. */
export function feeds(bar, links, said) {
  if (!bar) return;
  bar.querySelectorAll(".t-f").forEach((el) => el.remove());
  if (!said) return;
  const span = document.createElement("span"), whole = bar.querySelector("[data-take=feed]"); span.className = "t-f"; span.textContent = `${said}: `;
  const found = links.map((a) => [a.href.replace(/\.html$/, ".xml"), a.querySelector(".f-v").textContent]);
  for (const [href, name] of found.length || !whole ? found : [[whole.href, document.querySelector(".md-header__topic").textContent.trim()]]) {
    const feed = document.createElement("a"); feed.href = href; feed.textContent = name;
    span.append(feed, " ");
  }
  bar.append(span);
}

/* The lanes of the overview by actor, or by who says so. */
export function lanes(figure) {
  const groups = figure ? [...figure.querySelectorAll(".rg-lanes")] : [];
  if (groups.length < 2) return;
  const p = document.createElement("p"); p.className = "rg-by";
  const buttons = groups.map((group) => {
    const b = document.createElement("button"); b.type = "button"; b.textContent = group.dataset.by;
    b.onclick = () => groups.forEach((g, i) => { g.hidden = g !== group; buttons[i].setAttribute("aria-pressed", String(g === group)); });
    b.setAttribute("aria-pressed", String(!group.hidden)); p.append(b, " "); return b;
  });
  figure.querySelector("figcaption").after(p);
}

/* A facet of very many values gets a field that finds one of them. */
export function finders(root, label) {
  for (const more of root.querySelectorAll(".f-more")) {
    const values = [...more.querySelectorAll("li")], fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    if (values.length < 15) continue;
    const names = values.map((li) => fold(li.querySelector(".f-v").textContent)), field = document.createElement("input");
    field.type = "search"; field.className = "f-find"; field.setAttribute("aria-label", label); field.placeholder = label;
    field.oninput = () => { const sought = fold(field.value.trim()); values.forEach((li, i) => { li.hidden = !names[i].includes(sought); }); };
    more.querySelector("summary").after(field);
  }
}
