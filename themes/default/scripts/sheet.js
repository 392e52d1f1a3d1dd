/* The printed sheet for one class: its name and number of students in every row. */
(() => {
  "use strict";

  function fill() {
    const { name = "", n = null } = invitedClass.read() || {};
    const cells = (className) => document.querySelectorAll(`.sheet-grid .${className}`);
    for (const cell of cells("row-class")) cell.textContent = name;
    for (const cell of cells("row-n")) cell.textContent = n === null ? "" : String(n);
    const note = document.getElementById("invited");
    note.hidden = n === null;
    note.textContent = note.dataset.words.replace("{class}", () => name).replace("{n}", () => String(n));
  }

  fill();
  addEventListener("hashchange", fill);
})();
