/* The view on the screen as a file, made in the browser from the site's own files: nothing is asked of anybody else. */
const TYPES = { csv: "text/csv", json: "application/json", ics: "text/calendar", feed: "application/feed+json" };
const ENDS = { csv: ".csv", json: ".json", ics: ".ics", feed: ".feed.json" };

/* `href` is the whole in this format; of a feed, beside which the whole lies as JSON. */
export async function take(kind, ids, href, name = "view") {
  const source = kind === "feed" ? new URL("events.json", href).href : href, kept = new Set(ids);
  const answer = await fetch(source);
  if (!answer.ok) { location.href = href; return; }
  const text = { csv, json, ics, feed }[kind](await answer.text(), kept);
  const a = document.createElement("a"), address = URL.createObjectURL(new Blob([text], { type: TYPES[kind] }));
  a.href = address; a.download = `${name}${ENDS[kind]}`; a.click();
  setTimeout(() => URL.revokeObjectURL(address), 1e4);
}

/* A row ends at a line end outside quotes. */
function csv(text, kept) {
  const rows = []; let from = 0, quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === "\n" && !quoted) { rows.push(text.slice(from, i + 1)); from = i + 1; }
  }
  const id = (row) => (row[0] === '"' ? row.slice(1, row.indexOf('",')).replaceAll('""', '"') : row.slice(0, row.indexOf(",")));
  return "\ufeff" + rows.filter((row, i) => !i || kept.has(id(row).replace(/^'/, "")) || kept.has(id(row))).join("").replace(/^\ufeff/, "");
}

function view(text, kept) {
  const found = JSON.parse(text);
  found.url = location.href; found.events = found.events.filter((event) => kept.has(event.id));
  return found;
}

function json(text, kept) {
  const { events, ...head } = view(text, kept);
  return `${JSON.stringify(head).slice(0, -1)},"events":[\n${events.map((event) => JSON.stringify(event)).join(",\n")}\n]}\n`;
}

/* Lines are folded; an event's UID is its id, an at sign and the host. */
function ics(text, kept) {
  const [head, ...events] = text.replace(/END:VCALENDAR\r\n$/, "").split("BEGIN:VEVENT\r\n");
  const id = (event) => (event.replace(/\r\n /g, "").match(/^UID:(.*)@[^@]*$/m) || [])[1]?.trim().replace(/\\(.)/g, "$1");
  const said = head.replace(/^(DESCRIPTION|X-WR-CALDESC):.*\r\n( .*\r\n)*/gm, "");
  return said + events.filter((event) => kept.has(id(event))).map((event) => `BEGIN:VEVENT\r\n${event}`).join("") + "END:VCALENDAR\r\n";
}

/* JSON Feed needs no day on which a record changed, which these files don't say: none is invented. */
function feed(text, kept) {
  const found = view(text, kept), language = found.language, said = (words) => (typeof words === "string" ? words : (words && (words[language] || Object.values(words)[0])) || "");
  const items = found.events.map((event) => ({
    id: event.url, url: event.url, title: `${said(event.title)} (${event.date.words})`, content_text: said(event.summary) || said(event.title), tags: [event.type],
  }));
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: document.title, home_page_url: location.href, language, items }, null, 1);
}
