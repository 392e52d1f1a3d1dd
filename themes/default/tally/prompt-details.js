/* What to look for, and counting five at once: behind a tap, so that the slabs stay equal and whole. */
const promptDetails = (() => {
  "use strict";

  /** Opens the dialog of a prompt; `addFive` counts five more of it. */
  function open(prompt, addFive) {
    const dialog = document.getElementById("details");
    dialog.replaceChildren(document.getElementById("details-form").content.cloneNode(true));
    const by = (id) => document.getElementById(id);
    by("details-title").textContent = prompt.text;
    by("details-look-for").textContent = prompt.look_for;
    by("details-look-for").hidden = !prompt.look_for;
    by("details-five").addEventListener("click", () => {
      dialog.close();
      addFive();
    });
    by("details-close").addEventListener("click", () => dialog.close());
    dialog.showModal();
    by("details-close").focus();
  }

  return { open };
})();

