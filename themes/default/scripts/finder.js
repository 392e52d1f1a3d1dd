/* Filter and sort the inquiries of all teachers; the rows are loaded when somebody begins. */
(() => {
  "use strict";

  const form = document.getElementById("finder");
  const list = document.getElementById("everyone");
  const found = document.getElementById("found");
  const said = document.getElementById("finder-said");
  const words = JSON.parse(document.getElementById("finder-words").textContent);
  const MOST = 300;
  let loading = null;

  /* Classic script, not fetch: the page may have been opened from a folder */
  function rows() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = form.dataset.rows;
      script.onload = () => resolve(window.runfolioInquiries);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  const chosen = (name) => form.elements.namedItem(name)?.value || "";

  function fits([name, about, subject, grade, , question, credential, verdicts, , year]) {
    const text = `${name} ${about} ${question}`.toLowerCase();
    return (
      chosen("words").toLowerCase().split(/\s+/).every((word) => text.includes(word)) &&
      (!chosen("subject") || subject === chosen("subject")) &&
      (!chosen("grade") || grade === chosen("grade")) &&
      (!chosen("credential") || credential === chosen("credential")) &&
      (!chosen("year") || year === chosen("year")) &&
      (!chosen("verdict") || verdicts.some(([, verdict]) => verdict === chosen("verdict")))
    );
  }

  const order = {
    latest: (one, other) => other[8].localeCompare(one[8]),
    name: (one, other) => one[0].localeCompare(other[0], document.documentElement.lang, { numeric: true }),
    grade: (one, other) => one[3].localeCompare(other[3], document.documentElement.lang, { numeric: true }),
  };

  function item([name, about, , , address, question, , verdicts, , year]) {
    const made = document.createElement("li");
    const link = document.createElement("a");
    link.href = form.dataset.root + address;
    link.textContent = question;
    const who = document.createElement("span");
    who.className = "quiet";
    const each = verdicts.map(([className, , verdict]) => `${className}: ${verdict}`).join(" · ");
    who.textContent = [name, about, each, year].filter(Boolean).join(" · ");
    made.append(link, document.createElement("br"), who);
    return made;
  }

  async function show() {
    const asked = ["words", "subject", "grade", "credential", "verdict", "year", "sort"].some((name) => chosen(name));
    list.hidden = asked;
    found.hidden = !asked;
    if (!asked) {
      said.textContent = "";
      return;
    }
    const all = (await rows()).filter(fits).sort(order[chosen("sort")] || order.latest);
    found.replaceChildren(...all.slice(0, MOST).map(item));
    said.textContent = all.length ? words.found.replace("{n}", all.length) : words.none;
  }

  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
})();
