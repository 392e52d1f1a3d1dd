/* Filter and sort the inquiries of a list; the rows are loaded when somebody begins.  What was chosen
   stands in the address behind #, so that a link to it can be sent, and works in a folder too. */
(() => {
  "use strict";

  const form = document.getElementById("finder");
  const list = document.getElementById("whole-list");
  const found = document.getElementById("found");
  const said = document.getElementById("finder-said");
  const words = JSON.parse(document.getElementById("finder-words").textContent);
  const MOST = 300;
  const controls = [...form.elements].filter((control) => control.name);
  const filters = controls.filter((control) => !["words", "sort"].includes(control.name));
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
  const has = (inquiry, name, value) => [inquiry[name]].flat().includes(value);

  function fits(inquiry) {
    const text = inquiry.words.toLowerCase();
    const { within, withinValue } = form.dataset;
    return (
      (!within || has(inquiry, within, withinValue)) &&
      chosen("words").toLowerCase().split(/\s+/).every((word) => text.includes(word)) &&
      filters.every(({ name, value }) => !value || has(inquiry, name, value))
    );
  }

  const byWords = (name) => (one, other) =>
    one[name].localeCompare(other[name], document.documentElement.lang, { numeric: true });
  const order = {
    latest: (one, other) => other.latest.localeCompare(one.latest),
    name: byWords("name"),
    grade: byWords("grade"),
  };

  /* The rows have their links from the site's root */
  function show(inquiries) {
    found.innerHTML = inquiries.map((inquiry) => inquiry.row).join("");
    for (const link of found.querySelectorAll("a[href]")) {
      link.setAttribute("href", form.dataset.root + link.getAttribute("href"));
    }
  }

  async function filter() {
    const values = controls.filter((control) => control.value).map(({ name, value }) => [name, value]);
    const asked = values.length > 0;
    history.replaceState(null, "", asked ? `#${new URLSearchParams(values)}` : location.pathname + location.search);
    if (!asked) {
      list.hidden = false;
      found.hidden = true;
      said.textContent = "";
      return;
    }
    const inquiries = (await rows()).filter(fits);
    if (chosen("sort")) inquiries.sort(order[chosen("sort")]);
    show(inquiries.slice(0, MOST));
    list.hidden = true;
    found.hidden = false;
    const text = inquiries.length > MOST ? words.some : inquiries.length ? words.found : words.none;
    said.textContent = text.replace("{n}", inquiries.length).replace("{most}", MOST);
  }

  /* An anchor of the page is no filter */
  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const ours = controls.filter((control) => asked.has(control.name));
    for (const control of ours) control.value = asked.get(control.name);
    if (ours.length) filter();
  }

  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
  window.addEventListener("hashchange", read);
  form.hidden = false;
  read();
})();
