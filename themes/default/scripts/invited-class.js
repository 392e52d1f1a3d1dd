/* The class and its number of students, as the link of an invitation gives them behind its #. */
const invitedClass = (() => {
  "use strict";

  const MOST = 999;

  /** A whole number of students from 1 to 999; null for anything else, which is asked for again. */
  function students(text) {
    const number = /^[0-9]{1,4}$/.test(text.trim()) ? Number(text) : 0;
    return number >= 1 && number <= MOST ? number : null;
  }

  /** A name in one line, whole: a shorter one would be another class. */
  const className = (text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

  /** What #class=Period%202&n=26 says; null for anything else. */
  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const name = className(given.get("class") || "");
    return name ? { name, n: students(given.get("n") || "") } : null;
  }

  /** The same, taken once, and not again with each reload. */
  function take() {
    const invited = read();
    if (!invited) return null;
    try {
      history.replaceState(null, "", location.pathname + location.search);
    } catch {
      // a file in a folder
    }
    return invited;
  }

  return { MOST, students, className, read, take };
})();
