// Makes the pages quicker to use where scripts run; every page does its work without.
"use strict";

// Filters show their effect at once.
for (const form of document.querySelectorAll("form[data-live]")) {
  form.addEventListener("change", (event) => {
    if (event.target.matches("select")) form.requestSubmit();
  });
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[data-live] :disabled")) field.disabled = false;
});

// A card on a mark of a document: what it is, and why.
const text = document.querySelector("article.text");
if (text && !("fixed" in text.dataset)) {
  const known = new Map();
  const here = location.pathname.replace(/\/$/, "");
  let card = null;
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    if (card) card.remove();
    card = null;
  };

  const placeOf = (mark) => {
    for (let at = mark; at && at !== text; at = at.previousElementSibling || at.parentElement) {
      const found = /^t(\d+)$/.exec(at.id || "");
      if (found) return found[1];
    }
    return null;
  };

  const fetched = async (start) => {
    if (!known.has(start)) {
      const answer = await fetch(`${here}/at/${start}`, { headers: { Accept: "text/html" } });
      if (!answer.ok) return null;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      known.set(start, page.querySelector(".card-body"));
    }
    return known.get(start);
  };

  const show = async (mark) => {
    const start = placeOf(mark);
    if (!start) return;
    const body = await fetched(start);
    if (!body || (!mark.matches(":hover") && mark !== document.activeElement)) return;
    close();
    card = document.createElement("div");
    card.className = "card";
    card.setAttribute("role", "note");
    card.append(document.importNode(body, true));
    const foot = document.createElement("div");
    foot.className = "foot";
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = "Copy with source";
    copy.addEventListener("click", () => copyQuote(mark.textContent, start, copy));
    const why = document.createElement("a");
    why.href = `${here}/at/${start}`;
    why.textContent = "More, and why";
    foot.append(copy, why);
    card.append(foot);
    card.addEventListener("mouseleave", close);
    document.body.append(card);
    const box = mark.getBoundingClientRect();
    const wide = card.offsetWidth;
    const left = Math.max(16, Math.min(box.left, document.documentElement.clientWidth - wide - 16));
    const below = box.bottom + card.offsetHeight + 8 < innerHeight || box.top < card.offsetHeight;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 2 : box.top - card.offsetHeight - 2) + scrollY}px`;
  };

  const copyQuote = async (words, start, button) => {
    const link = `${location.origin}${here}#t${start}`;
    const quote = `“${words.replace(/\s+/g, " ").trim()}” ${text.dataset.cite} ${link}`;
    try {
      await navigator.clipboard.writeText(quote);
      button.textContent = "Copied";
    } catch {
      button.textContent = "The browser refused";
    }
  };

  const soon = (event) => {
    const mark = event.target.closest(".m");
    clearTimeout(timer);
    if (mark) timer = setTimeout(show, event.type === "focusin" ? 150 : 350, mark);
  };
  text.addEventListener("mouseover", soon);
  text.addEventListener("focusin", soon);
  text.addEventListener("mouseout", () => clearTimeout(timer));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  document.addEventListener("click", (event) => { if (card && !card.contains(event.target)) close(); });

  // Words that a reader chose can be copied with their source.
  const bar = document.createElement("button");
  bar.type = "button";
  bar.className = "card copybar";
  bar.hidden = true;
  bar.textContent = "Copy with source";
  document.body.append(bar);
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const words = String(chosen);
    const inside = chosen.anchorNode && text.contains(chosen.anchorNode) && words.trim().length > 12;
    bar.hidden = !inside;
    if (!inside) return;
    const box = chosen.getRangeAt(0).getBoundingClientRect();
    bar.style.left = `${Math.max(8, box.left) + scrollX}px`;
    bar.style.top = `${box.bottom + 6 + scrollY}px`;
    const par = chosen.anchorNode.parentElement.closest(".par");
    bar.onmousedown = (event) => {
      event.preventDefault();
      const link = `${location.origin}${here}${par ? `#${par.id}` : ""}`;
      navigator.clipboard.writeText(`“${words.replace(/\s+/g, " ").trim()}” ${text.dataset.cite} ${link}`)
        .then(() => { bar.textContent = "Copied"; }, () => { bar.textContent = "The browser refused"; });
    };
  });
}

// Pairs are decided at the keyboard.
const keyed = document.querySelector("form[data-keys]");
if (keyed) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const button = keyed.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });
}

// A file may be dropped on the form.
const drop = document.querySelector("form[data-drop]");
if (drop) {
  const over = (on) => (event) => { event.preventDefault(); drop.classList.toggle("over", on); };
  drop.addEventListener("dragover", over(true));
  drop.addEventListener("dragleave", over(false));
  drop.addEventListener("drop", (event) => {
    over(false)(event);
    if (!event.dataTransfer.files.length) return;
    drop.querySelector("input[type=file]").files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}
