/* The overview, enlarged to the days that were chosen: its plots grow beyond their column, which shows a part of them.
   Every mark stands at per cents of its plot, so only the plots' width changes. The labels under them and the columns,
   which count weeks or months of the whole, are drawn anew. */
const SVG = "http://www.w3.org/2000/svg";
const LEAST = 7; /* days; fewer are no picture */

export function makeZoom(plot, words, { first, days, at, say, civil, items }, redraw) {
  const axis = plot.querySelector(".rg-lane.is-axis .rg-lane__p"), view = [0, days], density = plot.querySelector(".is-density");
  const counted = density ? density.querySelector(".rg-lane__l").firstChild : null, whole_unit = counted ? counted.data : "";
  const bar = document.createElement("p"); bar.className = "rg-zoom";
  const said = document.createElement("span"), closer = button(words.enlarge, () => show(...at)), whole = button(words.whole, () => show(0, days));
  bar.append(said, closer, whole); plot.after(bar);

  function button(label, act) {
    const b = document.createElement("button"); b.type = "button"; b.textContent = label;
    b.onclick = () => { act(); (closer.hidden ? whole.hidden ? plot.querySelector(".rg-brush button") : whole : closer).focus(); };
    return b;
  }
  function show(left, right) {
    const missing = Math.max(0, LEAST - (right - left));
    view[0] = Math.max(0, Math.min(left - Math.floor(missing / 2), days - LEAST)); view[1] = Math.min(days, view[0] + Math.max(right - left, LEAST));
    const enlarged = view[1] - view[0] < days;
    plot.classList.toggle("is-zoomed", enlarged);
    plot.style.setProperty("--z0", view[0] / days); plot.style.setProperty("--z1", view[1] / days);
    plot.querySelectorAll(".z-l").forEach((g) => g.remove()); if (counted) counted.data = whole_unit;
    if (enlarged) { write(layer(axis)); columns(); }
    redraw();
  }
  function layer(svg) {
    const g = svg.appendChild(document.createElementNS(SVG, "g")); g.setAttribute("class", "z-l"); return g;
  }
  function add(to, name, attributes, content = "") {
    const el = document.createElementNS(SVG, name); el.textContent = content;
    for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
    to.append(el);
  }
  const x = (n) => `${(100 * n) / days}%`;
  /* columns by day or by week, where those of the whole are wider; what may have been on several of them is drawn lighter */
  function columns() {
    const shown = view[1] - view[0], unit = shown <= 62 ? 1 : shown <= 1100 ? 7 : 0, all = items();
    if (!unit || !all || days <= (unit === 1 ? 62 : 1100)) return;
    if (density) {
      const { sure, may, starts, most } = count(all, unit), tall = Math.min(11, 48 / most), g = layer(density.querySelector("svg"));
      starts.forEach((n, i) => {
        const place = { x: x(n + 0.12 * unit), width: x(0.76 * unit) }, upper = may[i] * tall, lower = sure[i] * tall;
        if (upper) add(g, "rect", { ...place, class: "d-may", y: 52 - lower - upper, height: upper });
        if (lower) add(g, "rect", { ...place, class: "d-sure", y: 52 - lower, height: lower });
      });
      counted.data = unit === 1 ? density.dataset.day : density.dataset.week;
    }
    for (const lane of plot.querySelectorAll(".is-heat")) {
      const group = lane.parentElement, names = new Set([...group.children].map((el) => el.dataset.v)), key = group.dataset.k;
      const of = (item) => item.values[key] || [];
      const mine = all.filter((item) => (lane.dataset.v ? of(item).includes(lane.dataset.v) : !of(item).length || of(item).some((name) => !names.has(name))));
      const { sure, may, starts, most } = count(mine, unit), g = layer(lane.querySelector("svg"));
      starts.forEach((n, i) => {
        const both = sure[i] + may[i], height = 3 + (19 * both) / most, part = (height * sure[i]) / (both || 1);
        if (may[i]) add(g, "rect", { class: "d-may", x: x(n), width: x(unit), y: 14 - height / 2, height });
        if (sure[i]) add(g, "rect", { class: "d-sure", x: x(n), width: x(unit), y: 14 - part / 2, height: part });
      });
    }
  }
  function count(found, unit) {
    const begin = unit === 1 ? view[0] : view[0] - ((((first + view[0] - 1) % 7) + 7) % 7), starts = [];
    for (let n = begin; n < view[1]; n += unit) starts.push(n);
    const sure = starts.map(() => 0), may = starts.map(() => 0), last = starts.length - 1;
    for (const item of found) {
      const [from, to] = [item.first, item.last].map((day) => Math.floor((day - first - begin) / unit));
      if ((item.first === -Infinity && item.last === Infinity) || to < 0 || from > last) continue;
      const known = from === to && !(item.values.certainty || []).includes("about");
      for (let i = Math.max(0, from); i <= Math.min(last, to); i++) (known ? sure : may)[i]++;
    }
    return { sure, may, starts, most: Math.max(1, ...sure.map((n, i) => n + may[i])) };
  }
  /* the number of every day, second day or third where there is room for days, else the months; under them the longer unit */
  function write(labels) {
    const shown = view[1] - view[0], some = shown <= 62, every = shown <= 21 ? 1 : shown <= 42 ? 2 : 3;
    const month = new Intl.DateTimeFormat(words.locale, { month: shown <= 400 ? "short" : "narrow", timeZone: "UTC" });
    const long = new Intl.DateTimeFormat(words.locale, some ? { month: "long", year: "numeric", timeZone: "UTC" } : { year: "numeric", timeZone: "UTC" });
    const zero = +civil(first), number = (day) => Math.round((day - zero) / 864e5), begin = civil(first + view[0]);
    const step = (i) => { const day = new Date(begin); if (some) day.setUTCDate(day.getUTCDate() + i); else if (i) day.setUTCMonth(day.getUTCMonth() + i, 1); return day; };
    const small = (n, said, odd) => add(labels, "text", { class: `g-t${odd % 2 ? " odd" : ""}`, x: x(n + 0.5), y: 12 }, said);
    let room = -1;
    for (let i = 0, day = begin, n = view[0]; n < view[1]; i++, day = step(i), n = number(day)) {
      if (some && i % every === 0) small(n, day.getUTCDate(), i / every);
      const middle = n + 15 - day.getUTCDate();
      if (!some && shown <= 1100 && middle >= view[0] && middle < view[1]) small(middle, month.format(day), i);
      if ((!i || (day.getUTCDate() === 1 && (some || day.getUTCMonth() === 0))) && n >= room && view[1] - n > shown / 9) {
        add(labels, "line", { class: "g-tick", x1: x(n), x2: x(n), y1: 18, y2: 32 }); add(labels, "text", { class: "g-m", x: x(n), dx: 3, y: 29 }, long.format(day));
        room = n + shown / 6; /* a label takes so much */
      }
    }
  }
  return {
    view,
    /* what is chosen in words, and the buttons that are of use; a choice beyond the picture shows all again */
    draw() {
      if (at[0] < view[0] || at[1] > view[1] || (at[0] === 0 && at[1] === days && view[1] - view[0] < days)) return void show(0, days);
      const chosen = at[0] > 0 || at[1] < days;
      said.textContent = chosen ? words.to.replace("{first}", say(first + at[0])).replace("{last}", say(first + at[1] - 1)) : "";
      closer.hidden = !chosen || Math.max(at[1] - at[0], LEAST) >= view[1] - view[0]; whole.hidden = view[1] - view[0] >= days;
    },
  };
}
