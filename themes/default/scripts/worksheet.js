/* A worksheet's form as a review file. */
(() => {
  "use strict";

  const form = document.getElementById("worksheet");
  const { attempt, criteria } = JSON.parse(document.getElementById("worksheet-data").textContent);
  const value = (name) => fieldValue(form, name);

  function review() {
    if (!criteria.some((id) => value(`level-${id}`))) return "";
    const lines = [
      `assessor: ${quotedText(value("assessor") || "A")}`,
      "role: assessor",
      `attempt: ${attempt}`,
      `date: ${value("date")}`,
      "criteria:",
    ];
    for (const id of criteria) {
      const level = value(`level-${id}`);
      if (!level) continue;
      lines.push(`  ${quotedText(id)}:`, `    level: ${quotedText(level)}`);
      for (const part of ["evidence", "feedback"]) {
        const text = value(`${part}-${id}`);
        if (text) lines.push(`    ${part}: ${quotedText(text)}`);
      }
    }
    if (value("recommend")) lines.push(`recommend: ${value("recommend")}`);
    return `${lines.join("\n")}\n`;
  }

  formFile({
    form,
    key: `runfolio-worksheet:${location.pathname}:${attempt}`,
    text: review,
    name: () => `assessor-${fileStem(value("assessor")) || "a"}.yml`,
  });
})();
