/* A form of the review desk that is saved as a file.  Nothing is sent: the file is saved where the reader
   says, and what was typed survives a closed tab. */
"use strict";

/* options: form; key, under which this browser keeps what was typed; text() of the file, or "" where
   something is missing; name() of the file */
const formFile = ({ form, key, text, name }) => {
  const status = form.querySelector("[role=status]");

  function save() {
    const content = text();
    if (!content) {
      status.textContent = status.dataset.missing;
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "text/yaml" }));
    link.download = name();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    status.textContent = status.dataset.saved.replace("{file}", name());
  }

  /* a browser that keeps nothing is no reason to stop */
  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify([...new FormData(form)]));
    } catch {
      // then it is kept only while the page is open
    }
  }

  function restore() {
    try {
      for (const [field, value] of JSON.parse(localStorage.getItem(key) || "[]")) {
        const element = form.elements.namedItem(field);
        if (element && element.type === "checkbox") element.checked = true;
        else if (element) element.value = value;
      }
    } catch {
      // nothing kept
    }
  }

  restore();
  const day = form.elements.namedItem("date");
  if (!day.value) {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    day.value = today < day.min ? day.min : today; // further west it is still the day before
  }
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  form.querySelector(".print").addEventListener("click", () => window.print());
  form.querySelector(".desk-buttons").hidden = false;
};

const fieldValue = (form, name) => {
  const field = form.elements.namedItem(name);
  return field ? field.value.trim() : "";
};

/* JSON strings are YAML strings, whatever is in them; breaks become blanks, as in one line of a file */
const quotedText = (text) => JSON.stringify(text.replace(/\s+/g, " "));

/* A text of several lines as it was typed: a YAML block, each line after `indent`.  YAML has no control
   signs, and takes more signs than a line feed for the end of a line. */
const paragraphs = (text, indent) => {
  const lines = text.split(/\r\n?|[\n\u0085\u2028\u2029]/).map((line) => line.replace(/\p{Cc}/gu, " ").trimEnd());
  if (lines.length === 1) return quotedText(text);
  return ["|-", ...lines.map((line) => line && indent + line)].join("\n");
};

const fileStem = (name) => name.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
