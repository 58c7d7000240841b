"use strict";

const SAMPLE =
  "The mayor of Port Albany denied on Tuesday that the bridge was unsafe. " +
  "“It will stand for a hundred years,” Ana Ruiz told reporters at a rally.\n\n" +
  "An engineer who spoke on condition of anonymity called it “a danger to everyone”.";
const COLUMNS = [
  ["Article", (row) => row.article],
  ["Speaker", (row) => (row.quotation.speaker ? row.quotation.speaker.name : "")],
  ["Stance", (row) => row.quotation.stance],
  ["Kind", (row) => row.quotation.kind],
  ["Day", (row) => day(row.quotation.date)],
  ["Venue", (row) => row.quotation.venues.map((venue) => venue.span.text).join("; ")],
  ["Confidence", (row) => row.quotation.confidence.toFixed(2)],
  ["Words", (row) => row.quotation.content.map((span) => span.text).join(" … ")],
];
const at = (id) => document.getElementById(id);
const inOrder = new Intl.Collator("en", { ignorePunctuation: true, numeric: true }).compare;
let rows = [];
let made = [];

function day(date) {
  if (!date) return "";
  return date.from === date.to ? date.from : `${date.from} to ${date.to}`;
}

function article(text, index) {
  const given = /^\s*<(!doctype|html|head|body|article|div|p)\b/i.test(text) ? { html: text } : { text };
  given.id = `Article ${index + 1}`;
  if (at("day").value) given.published = at("day").value;
  return given;
}

async function ask(event) {
  event.preventDefault();
  const texts = [at("first").value, at("other").hidden ? "" : at("second").value];
  const articles = texts.filter((text) => text.trim()).map(article);
  if (!articles.length) return tell("Paste an article first.");
  tell("Reading …");
  try {
    const answer = await fetch("/view", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(articles),
    });
    const found = await answer.json();
    if (!answer.ok) return tell(`Could not read this: ${found.detail}`);
    show(found);
  } catch (error) {
    tell(`The server did not answer (${error.message}).`);
  }
}

function tell(words) {
  at("status").textContent = words;
}

function show(found) {
  // The server escapes the text of articles, and this page's policy runs nothing in it.
  at("articles").innerHTML = found.html;
  rows = found.extractions.flatMap((extraction, number) =>
    extraction.quotations.map((quotation) => ({ article: String(number + 1), quotation })),
  );
  const count = rows.length;
  tell(count === 1 ? "1 quotation." : `${count} quotations.`);
  heads();
  fill();
  links(found.utterances, found.places);
  files(found);
  at("result").hidden = false;
}

function heads() {
  at("heads").replaceChildren(
    ...COLUMNS.map(([name, value]) => {
      const head = document.createElement("th");
      const button = document.createElement("button");
      head.scope = "col";
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => sort(head, value));
      head.append(button);
      return head;
    }),
  );
}

function sort(head, value) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of at("heads").children) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  rows.sort((a, b) => inOrder(value(a), value(b)) * (down ? -1 : 1));
  fill();
}

function fill() {
  at("rows").replaceChildren(
    ...rows.map((row) => {
      const line = document.createElement("tr");
      for (const [, value] of COLUMNS) {
        const cell = document.createElement("td");
        cell.textContent = value(row) || "—";
        line.append(cell);
      }
      return line;
    }),
  );
}

function built(name, ...inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

function links(utterances, places) {
  at("same").hidden = !utterances.length;
  at("links").replaceChildren(...utterances.map((utterance) => linked(utterance, places)));
}

function linked(utterance, places) {
  const sure = `${Math.round(utterance.score * 100)}% likely to be the same words`;
  const facts = [
    utterance.speakers.map((speaker) => speaker.name).join(", ") || "speaker unknown",
    day(utterance.date),
    utterance.venues.map((venue) => venue.text).join(", "),
    sure,
  ];
  const item = built("li", built("p", built("strong", utterance.text)));
  item.append(built("p", facts.filter(Boolean).join(" · ")));
  item.append(built("ul", ...utterance.members.map((member) => reported(member, places))));
  item.append(...utterance.conflicts.map((conflict) => built("p", `The reports disagree: ${conflict.detail}`)));
  const why = utterance.evidence.map((evidence) => built("li", evidence.detail));
  if (why.length) item.append(built("details", built("summary", "Why these are linked"), built("ul", ...why)));
  return item;
}

function reported(member, places) {
  const place = built("a", member.article_id);
  place.href = `#${places[member.article_id][member.quotation]}`;
  const line = built("li", place, ` (${member.kind}, ${member.wording}): ${member.text}`);
  for (const change of member.changes) {
    line.append(` [${change.kind}: `);
    if (change.before) line.append(built("del", change.before), " ");
    if (change.after) line.append(built("ins", change.after));
    line.append("]");
  }
  return line;
}

function files(found) {
  for (const url of made) URL.revokeObjectURL(url);
  const json = (value) => JSON.stringify(value, null, 1);
  const kept = [
    ["quotations.json", "application/json", json(found.extractions)],
    ["quotations.csv", "text/csv", found.csv],
    ["annotations.jsonld", "application/ld+json", json(found.annotations)],
  ];
  made = [];
  at("files").replaceChildren(
    ...kept.map(([name, type, content]) => {
      const file = document.createElement("a");
      file.href = URL.createObjectURL(new Blob([content], { type }));
      file.download = name;
      file.className = "file";
      file.textContent = `Save ${name}`;
      made.push(file.href);
      return file;
    }),
  );
}

at("ask").addEventListener("submit", ask);
at("more").addEventListener("click", () => {
  const other = at("other");
  other.hidden = !other.hidden;
  at("more").setAttribute("aria-expanded", String(!other.hidden));
  if (!other.hidden) at("second").focus();
});
at("sample").addEventListener("click", () => {
  at("first").value = SAMPLE;
  at("day").value = "2024-05-09";
  at("ask").requestSubmit();
});
