/* The narrowed list of a chronology that is too long for one page: its events come from a file, a few hundred are shown at a time. */
import { dates } from "./narrowed.js";
const MOST = 200;

/* The file: for each facet its values, for each event its id, title (with its language where that isn't the site's), days, certainty, status, weight, sources, and values by number. */
export async function load(address, known) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const { keys, values, events } = await answer.json();
  return events.map(([id, title, first, last, importance, sources, ...found]) => {
    const own = {};
    keys.forEach((key, i) => { if (known.has(key)) own[key] = [].concat(found[i] ?? []).map((n) => values[key][n]); });
    return { id, title: [].concat(title), first: first ?? -Infinity, last: last ?? Infinity, importance, sources, values: own };
  });
}

function make(tag, css, text) {
  const el = document.createElement(tag); if (css) el.className = css;
  if (text !== undefined) el.textContent = text;
  return el;
}

export function render(list, shown, { base, words }) {
  let box = list.querySelector(".rg-live");
  if (!box) { box = make("div", "rg-live"); list.append(box); }
  list.classList.toggle("is-live", Boolean(shown)); box.replaceChildren();
  if (!shown) return;
  box.append(make("h2", "rg-vh", words.title));
  more(box, shown, 0, { base, words, parts: list.querySelector("template").content });
}

function more(box, shown, start, how) {
  const { words } = how, { at } = dates(words.locale), part = shown.slice(start, start + MOST), groups = new Map();
  const form = (options) => { const f = new Intl.DateTimeFormat(words.locale, { ...options, timeZone: "UTC" }); return (n) => f.format(at(n)).replaceAll(" ", "\u00a0"); };
  how = { ...how, day: form({ day: "numeric" }), short: form({ day: "numeric", month: "short" }), weekday: form({ weekday: "short" }) };
  const month = form({ month: "short" }), year = form({ year: "numeric" });
  how.month = form({ month: "short", year: "numeric" });
  const rules = new Intl.PluralRules(words.locale);
  how.sources = counted(words.sources, rules); how.days = counted(words.days, rules);
  for (const item of part) {
    const key = Number.isFinite(item.first) ? `${year(item.first)} ${month(item.first)}` : "";
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  for (const [key, items] of groups) box.append(section(key ? [month(items[0].first), year(items[0].first)] : ["–", words.open], items, how));
  const rest = shown.length - start - part.length;
  if (!rest) return;
  const button = make("button", "rg-next", words.more.replace("{n}", rest)); button.type = "button";
  button.onclick = () => { button.remove(); const last = box.lastElementChild; more(box, shown, start + MOST, how); last.nextElementSibling.querySelector("a").focus(); };
  box.append(button);
}

function section([name, under], items, how) {
  const part = make("section", "rg-month"), head = make("h3", "rg-rail"), list = make("ol", "rg-rows"), inner = make("div", "rg-day__l");
  head.append(make("span", "rg-rail__d", name), " ", make("span", "rg-rail__w", under));
  list.append(...items.map((item) => row(item, how))); inner.append(list); part.append(head, inner);
  return part;
}

/* A number with its noun, in the forms that the language has. */
function counted(said, rules) {
  const forms = JSON.parse(said);
  return (n) => (forms[rules.select(n)] || forms.other).replace("{n}", n);
}

function row(item, how) {
  const { base, parts, day, short, weekday, month } = how;
  const [certainty] = item.values.certainty, [status] = item.values.status, el = make("li", `rg-row i${item.importance} is-${status}`);
  const glyph = make("span", "rw-g"), date = make("span", "rw-d"), title = make("span", "rw-t"), a = make("a", "", item.title[0]);
  const copy = (name) => { const found = parts.querySelector(`[data-p="${name}"]`); return found ? [...found.childNodes].map((n) => n.cloneNode(true)) : []; };
  glyph.append(...copy(status === "planned" && certainty === "day" ? "planned" : certainty));
  const [first, last] = [item.first, item.last].map((n) => (Number.isFinite(n) ? n : null)), plain = (n) => day(n).replace(/[^\d]/g, "") || day(n);
  const days = first === null ? (last === null ? "–" : `… ${short(last)}`) : last === null ? `${short(first)} …` : first === last ? plain(first) : month(first) === month(last) ? `${plain(first)}–${plain(last)}` : `${short(first)} – ${short(last)}`;
  date.append(make("b", "", days), " ", make("small", "", first === null || last === null ? "" : first === last ? weekday(first) : how.days(last - first + 1)));
  if (item.title[1]) { a.lang = item.title[1]; a.dir = "auto"; }
  a.href = new URL(`events/${encodeURIComponent(item.id)}.html`, new URL(base.endsWith("/") ? base : `${base}/`, location.href)).href;
  title.append(a, " ", ...copy(`is-${status}`));
  el.append(glyph, date, title, make("span", "rw-s", how.sources(item.sources)));
  return el;
}
