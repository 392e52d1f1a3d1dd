/* A worksheet's form as a review file. */
(() => {
  "use strict";

  const form = document.getElementById("worksheet");
  const { inquiry, attempt, content, criteria } = JSON.parse(document.getElementById("worksheet-data").textContent);
  const value = (name) => fieldValue(form, name);

  function review() {
    if (!value("assessor") || !value("date") || !criteria.some((id) => value(`level-${id}`))) return "";
    const lines = [
      `assessor: ${quotedText(value("assessor"))}`,
      "role: assessor",
      `inquiry: ${inquiry}`,
      `attempt: ${attempt}`,
      `content: ${quotedText(content)}`,
      `date: ${value("date")}`,
      "criteria:",
    ];
    for (const id of criteria) {
      const level = value(`level-${id}`);
      if (!level) continue;
      lines.push(`  ${quotedText(id)}:`, `    level: ${quotedText(level)}`);
      const [evidence, feedback] = [value(`evidence-${id}`), value(`feedback-${id}`)];
      if (evidence) lines.push(`    evidence: ${quotedText(evidence)}`);
      if (feedback) lines.push(`    feedback: ${paragraphs(feedback, "      ")}`);
    }
    if (value("recommend")) lines.push(`recommend: ${value("recommend")}`);
    return `${lines.join("\n")}\n`;
  }

  formFile({
    form,
    key: `runfolio-worksheet:${location.pathname}:${attempt}`,
    text: review,
    name: () => `${fileStem(value("assessor")) || "assessor"}-attempt-${attempt}.yml`,
  });
})();
