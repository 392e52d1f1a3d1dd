/* The class and its number of students, as a person types them. */
const visitForm = (() => {
  "use strict";

  const { MOST, students, className } = invitedClass;

  /** The buttons - and + beside a field; `usual` says where they begin when no number is in it. */
  function step(field, less, more, usual) {
    for (const [button, change] of [[less, -1], [more, 1]]) {
      button.addEventListener("click", () => {
        const now = students(field.value);
        const next = now === null ? usual() : now + change;
        field.value = String(Math.min(Math.max(next, 1), MOST));
      });
    }
  }

  /** Asks for the number of students: `n` is what it was, `check` gives the words for a number that cannot
      be, `save` takes one that can, `gone` says that the visit is there no more. */
  function ask({ n, why, check, save, gone }) {
    const by = (id) => document.getElementById(id);
    const dialog = by("resize");
    dialog.replaceChildren(by("resize-form").content.cloneNode(true));
    const field = by("resize-n");
    field.value = String(n);
    by("resize-why").textContent = why;
    step(field, by("resize-less"), by("resize-more"), () => n);
    by("resize-cancel").addEventListener("click", () => dialog.close());
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (gone()) return dialog.close();
      const number = students(field.value);
      const wrong = check(number);
      by("resize-said").textContent = wrong;
      if (wrong) return field.focus();
      dialog.close();
      return save(number);
    });
    dialog.showModal();
    field.focus();
    field.select();
  }

  return { students, className, step, ask };
})();

