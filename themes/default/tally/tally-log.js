/* The visits as an event log: stamp, session, class, n, prompt. */
const tallyLog = (() => {
  "use strict";

  const UNSAFE = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/; // what a spreadsheet would take for a formula

  /** Local time without a zone, as the log has it: 2025-10-06T09:14:03 */
  function stamp(time) {
    const two = (number) => String(number).padStart(2, "0");
    const day = new Date(time);
    const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
    return `${date}T${two(day.getHours())}:${two(day.getMinutes())}:${two(day.getSeconds())}`;
  }

  /** Tells one visit from any other. */
  const newMark = () => Array.from(crypto.getRandomValues(new Uint8Array(5)), (one) => (one % 36).toString(36)).join("");

  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const harmless = (text) => (UNSAFE.test(text) ? `'${text}` : text);

  function csv(visits) {
    const rows = [["stamp", "session", "class", "n", "prompt"]];
    for (const visit of visits) {
      const lead = [visit.id, harmless(visit.className), String(visit.n)];
      rows.push([stamp(visit.began), ...lead, ""]);
      for (const one of visit.taps) rows.push([stamp(one.time), ...lead, one.prompt]);
    }
    return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  function fileName(toolId, visits) {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "").toLowerCase();
    const classes = [...new Set(visits.map((visit) => plain(visit.className)))];
    const day = stamp(visits.length ? visits[0].began : Date.now()).slice(0, 10);
    return [toolId, classes.length === 1 ? classes[0] : "", day].filter(Boolean).join("-") + ".csv";
  }

  /** The ways in which the log leaves the phone: `saved` is called when it has. */
  function sender({ tool, say, visits, saved }) {
    const by = (id) => document.getElementById(id);
    const log = () => csv(visits());
    const name = () => fileName(tool.id, visits());
    const file = () => new File([log()], name(), { type: "text/csv" });

    function save() {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([log()], { type: "text/csv" }));
      link.download = name();
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      saved();
      by("end-said").textContent = say("Saved as {file}.", { file: name() });
    }

    async function share() {
      try {
        await navigator.share({ files: [file()], title: tool.title });
        saved();
      } catch (trouble) {
        if (trouble.name !== "AbortError") save();
      }
    }

    async function copy() {
      const text = by("copied");
      try {
        await navigator.clipboard.writeText(log());
        by("end-said").textContent = say("Copied. Paste it into an e-mail or a file.");
      } catch {
        text.hidden = false;
        text.value = log();
        text.select();
        by("end-said").textContent = say("Copy the lines below.");
      }
    }

    return { save, share, copy, file };
  }

  return { stamp, newMark, sender };
})();

