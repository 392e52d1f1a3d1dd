/* Text search over every inquiry; the index was made with the site. */
(() => {
  "use strict";

  const form = document.getElementById("search");
  const list = document.getElementById("results");
  const said = document.getElementById("search-said");
  const words = JSON.parse(document.getElementById("search-words").textContent);
  const FOLD = (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const OPTIONS = {
    fields: ["question", "who", "text"],
    storeFields: ["address", "question", "who", "finding"],
    processTerm: FOLD,
    searchOptions: { boost: { question: 3, who: 2 }, prefix: true, fuzzy: 0.15, combineWith: "AND", processTerm: FOLD },
  };
  const MOST = 100;

  const index = fetch(form.dataset.index)
    .then((answer) => answer.text())
    .then((text) => window.MiniSearch.loadJSON(text, OPTIONS));

  function item(one) {
    const made = document.createElement("li");
    const link = document.createElement("a");
    link.href = form.dataset.root + one.address;
    link.textContent = one.question;
    const who = document.createElement("span");
    who.className = "quiet";
    who.textContent = one.who;
    const finding = document.createElement("span");
    finding.textContent = one.finding;
    made.append(link, document.createElement("br"), who, document.createElement("br"), finding);
    return made;
  }

  async function show() {
    const asked = form.elements.namedItem("q").value.trim();
    history.replaceState(null, "", asked ? `#${encodeURIComponent(asked)}` : "#");
    if (!asked) {
      list.replaceChildren();
      said.textContent = "";
      return;
    }
    try {
      const all = (await index).search(asked);
      list.replaceChildren(...all.slice(0, MOST).map(item));
      said.textContent = all.length ? words.found.replace("{n}", all.length) : words.none;
    } catch {
      said.textContent = words.offline;
    }
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.hidden = false;
  form.elements.namedItem("q").value = decodeURIComponent(location.hash.slice(1));
  show();
})();
