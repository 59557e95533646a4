/* A range of days: two handles over the overview, and two fields under the histogram of the date facet. Both say the same. */
import { makeZoom } from "./zoom.js";

export function makeBrush(figure, words, { say, at: civil, items }, change) {
  const plot = figure.querySelector(".rg-over__plot"), first = +figure.dataset.a, days = +figure.dataset.n, at = [0, days];
  const lane = figure.querySelector(".rg-lane.is-axis .rg-lane__p"), zoom = makeZoom(plot, words, { first, days, at, say, civil, items }, () => draw());
  const step = () => Math.max(1, Math.round((zoom.view[1] - zoom.view[0]) / 400));
  const frame = document.createElement("div"); frame.className = "rg-brush";
  const place = (e) => { const r = lane.getBoundingClientRect(); return Math.max(0, Math.min(days, Math.round(((e.clientX - r.left) / r.width) * days))); };
  const handles = [words.first, words.last].map((label, i) => {
    const b = document.createElement("button"); b.type = "button"; b.setAttribute("role", "slider"); b.setAttribute("aria-label", label);
    b.setAttribute("aria-valuemin", 0); b.setAttribute("aria-valuemax", days);
    b.onkeydown = (e) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 7, PageDown: -7, Home: -days, End: days }[e.key];
      if (by) { e.preventDefault(); move(i, at[i] + by * step()); }
    };
    b.onpointerdown = (e) => { e.stopPropagation(); b.setPointerCapture(e.pointerId); };
    b.onpointermove = (e) => { if (b.hasPointerCapture(e.pointerId)) move(i, place(e)); };
    frame.append(b); return b;
  });
  function move(i, x) {
    at[i] = i ? Math.max(at[0] + 1, Math.min(days, x)) : Math.max(0, Math.min(at[1] - 1, x)); tell();
  }
  function tell() {
    const narrowed = at[0] > 0 || at[1] < days;
    draw(); change(narrowed ? first + at[0] : null, narrowed ? first + at[1] - 1 : null);
  }
  function draw() {
    zoom.draw();
    const [left, right] = zoom.view, [b0, b1] = at.map((day) => (day - left) / (right - left));
    plot.style.setProperty("--b0", b0); plot.style.setProperty("--b1", b1);
    const width = (lane.getBoundingClientRect().width * (right - left)) / days;
    frame.style.setProperty("--cl", `${b0 * width - 2}px`); frame.style.setProperty("--cr", `${(1 - b1) * width - 2}px`);
    handles.forEach((h, i) => { h.setAttribute("aria-valuenow", at[i]); h.setAttribute("aria-valuetext", say(first + (i ? at[1] - 1 : at[0]))); });
  }
  /* a mouse draws a range anywhere in the plot; a finger scrolls there, and takes the handles */
  let begun = null, pulled = false;
  plot.addEventListener("pointerdown", (e) => { if (e.pointerType === "mouse" && e.button === 0) { begun = e; pulled = false; } });
  addEventListener("pointermove", (e) => {
    if (!begun || (!pulled && Math.abs(e.clientX - begun.clientX) < 5)) return;
    pulled = true; const ends = [place(begun), place(e)].sort((a, b) => a - b);
    at[0] = Math.min(ends[0], days - 1); at[1] = Math.max(ends[1], at[0] + 1); tell();
  });
  addEventListener("pointerup", () => { begun = null; });
  plot.addEventListener("click", (e) => { if (pulled) { e.preventDefault(); pulled = false; } });
  plot.addEventListener("dragstart", (e) => e.preventDefault());
  plot.classList.add("is-live"); plot.append(frame); draw(); addEventListener("resize", draw);
  return {
    set(from, to) {
      at[0] = from === null ? 0 : Math.max(0, Math.min(days - 1, from - first));
      at[1] = to === null ? days : Math.max(at[0] + 1, Math.min(days, to - first + 1)); draw();
    },
  };
}

export function makeRange(facet, words, { iso, number }, change) {
  if (!facet) return { draw() {} };
  const first = +facet.dataset.a, last = +facet.dataset.b, width = +facet.dataset.w, bars = [...facet.querySelectorAll("rect")], ends = facet.querySelector(".f-ends");
  const fields = iso(first) && iso(last) ? [words.first, words.last].map((label, i) => {
    const field = document.createElement("input"); field.type = "date"; field.min = iso(first); field.max = iso(last); field.setAttribute("aria-label", label);
    field.onchange = () => {
      const days = fields.map((f, at) => (f.value ? number(f.value) : at ? last : first));
      if (days[0] > days[1]) days[1 - i] = days[i];
      const narrowed = days[0] > first || days[1] < last;
      change(narrowed ? days[0] : null, narrowed ? days[1] : null);
    };
    return field;
  }) : [];
  const fill = (from, to) => fields.forEach((field, i) => { field.value = iso(i ? to ?? last : from ?? first); });
  if (fields.length) { ends.replaceChildren(...fields); fill(null, null); }
  bars.forEach((bar, i) => bar.addEventListener("click", () => change(first + i * width, Math.min(last, first + (i + 1) * width - 1))));
  return {
    /* how many events may lie in each bar; the bars outside the range fade */
    draw(items, from, to) {
      const counts = bars.map(() => 0), at = (n) => Math.max(0, Math.min(bars.length - 1, Math.floor((n - first) / width)));
      for (const item of items) if (Number.isFinite(item.first) || Number.isFinite(item.last)) for (let i = at(item.first); i <= at(item.last); i++) counts[i]++;
      const most = Math.max(1, ...counts);
      bars.forEach((bar, i) => {
        const height = counts[i] ? Math.max(1.5, (34 * counts[i]) / most) : 0;
        bar.setAttribute("y", 36 - height); bar.setAttribute("height", height);
        bar.classList.toggle("is-out", from !== null && (first + i * width > to || first + (i + 1) * width - 1 < from));
      });
      fill(from, to);
    },
  };
}
