/* A worksheet's form as a review file.  Nothing is sent: the file is saved where the assessor says. */
(() => {
  "use strict";

  const form = document.getElementById("worksheet");
  const { attempt, criteria } = JSON.parse(document.getElementById("worksheet-data").textContent);
  const said = document.getElementById("review-said");
  const KEY = `runfolio-worksheet:${location.pathname}:${attempt}`;

  const value = (name) => {
    const field = form.elements.namedItem(name);
    return field ? field.value.trim() : "";
  };
  /* JSON strings are YAML strings, whatever is in them; breaks become blanks, as in one line of a file */
  const quoted = (text) => JSON.stringify(text.replace(/\s+/g, " "));

  function review() {
    const lines = [
      `assessor: ${quoted(value("assessor") || "A")}`,
      "role: assessor",
      `attempt: ${attempt}`,
      `date: ${value("date")}`,
      "criteria:",
    ];
    for (const id of criteria) {
      const level = value(`level-${id}`);
      if (!level) continue;
      lines.push(`  ${quoted(id)}:`, `    level: ${quoted(level)}`);
      for (const part of ["evidence", "feedback"]) {
        const text = value(`${part}-${id}`);
        if (text) lines.push(`    ${part}: ${quoted(text)}`);
      }
    }
    if (value("recommend")) lines.push(`recommend: ${value("recommend")}`);
    return `${lines.join("\n")}\n`;
  }

  function fileName() {
    const name = value("assessor").normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return `assessor-${name || "a"}.yml`;
  }

  function save() {
    if (!criteria.some((id) => value(`level-${id}`))) {
      said.textContent = said.dataset.missing;
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([review()], { type: "text/yaml" }));
    link.download = fileName();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    said.textContent = said.dataset.saved.replace("{file}", fileName());
  }

  /* what was typed survives a closed tab; a browser that keeps nothing is no reason to stop */
  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify([...new FormData(form)]));
    } catch {
      // then it is kept only while the page is open
    }
  }

  function restore() {
    try {
      for (const [name, text] of JSON.parse(localStorage.getItem(KEY) || "[]")) {
        const field = form.elements.namedItem(name);
        if (field) field.value = text;
      }
    } catch {
      // nothing kept
    }
  }

  restore();
  if (!value("date")) {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    form.elements.namedItem("date").value = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  document.getElementById("print-review").addEventListener("click", () => window.print());
  document.querySelector(".desk-buttons").hidden = false;
})();
