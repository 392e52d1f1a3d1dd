/* What a reader saw in masked charts, as the file that the program reads. */
(() => {
  "use strict";

  const form = document.getElementById("masked-look");
  const { charts, letters } = JSON.parse(document.getElementById("masked-data").textContent);
  const value = (name) => fieldValue(form, name);

  function answer(letter) {
    const change = value(`change-${letter}`);
    const visit = value(`visit-${letter}`);
    if (change === "none") return `  ${letter}: {change: none}`;
    return change && visit ? `  ${letter}: {change: ${change}, visit: ${visit}}` : "";
  }

  function text() {
    const answers = letters.map(answer);
    const unseen = form.elements.namedItem("unseen").checked;
    if (!unseen || !value("reader") || !value("date") || answers.includes("")) return "";
    const lines = [
      `reader: ${quotedText(value("reader"))}`,
      `date: ${value("date")}`,
      `charts: ${quotedText(charts)}`,
      "unseen: true",
      "answers:",
      ...answers,
    ];
    return `${lines.join("\n")}\n`;
  }

  formFile({
    form,
    key: `runfolio-masked-look:${charts}`,
    text,
    name: () => `masked-${fileStem(value("reader")) || "reader"}-${charts}.yml`,
  });
})();
