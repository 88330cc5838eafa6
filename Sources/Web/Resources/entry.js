// Typing a form by the keyboard alone: Enter goes on, what is pasted is cleaned, sums are shown and never filled in,
// and what was typed is kept while the line or the browser fails.

const form = document.querySelector(".typing form");
const saved = new URLSearchParams(location.search).get("saved");

if (saved) {
  localStorage.removeItem(sessionStorage.getItem("sent"));
  document.querySelector(".tasks a")?.focus();
} else {
  document.getElementById("f-q")?.focus();
}

if (form) begin();

function begin() {
  const fields = [...form.querySelectorAll("input[inputmode=numeric]")];
  const state = document.getElementById("draft-state");
  // Typists take turns at a computer: what one of them left there is nobody else's to see.
  const key = "draft:" + document.getElementById("account").textContent + ":" + form.action;
  const address = form.action + "/draft";
  let timer = 0;
  let isSent = false;

  const digits = (text) => text.replace(/[\s.,\u00a0\u202f]/g, "");

  function sums() {
    for (const output of form.querySelectorAll("output[data-sum]")) {
      let sum = 0;
      let any = false;
      for (const name of output.dataset.sum.split(" ")) {
        const text = digits(form.elements[name]?.value ?? "");
        if (/^\d+$/.test(text)) {
          sum += Number(text);
          any = true;
        }
      }
      output.value = any ? String(sum) : "–";
    }
  }

  function content() {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (name !== "confirmed") data.append(name, value);
    return data;
  }

  function keepHere() {
    const values = Object.fromEntries(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
    values.remark = form.elements.remark.value;
    localStorage.setItem(key, JSON.stringify(values));
  }

  async function keep() {
    clearTimeout(timer);
    timer = 0;
    try {
      // Not ended with the page: what is on its way when a tab is closed still arrives.
      const sending = { method: "POST", body: content(), credentials: "same-origin", keepalive: true };
      const answer = await fetch(address, sending);
      if (!answer.ok) throw new Error();
      localStorage.removeItem(key);
      state.textContent = state.dataset.kept;
    } catch {
      keepHere();
      state.textContent = state.dataset.lost;
      timer = setTimeout(keep, 5000);
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, 1500);
  }

  // What this browser kept while nobody could be reached is newer than what the office has.
  const here = localStorage.getItem(key);
  if (here) {
    for (const [name, value] of Object.entries(JSON.parse(here))) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    later();
  }

  form.addEventListener("focusin", (event) => {
    if (fields.includes(event.target)) event.target.select();
  });

  form.addEventListener("input", () => {
    sums();
    later();
  });

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !fields.includes(event.target)) return;
    event.preventDefault();
    const next = fields[fields.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
    (next ?? form.querySelector("button[type=submit]")).focus();
  });

  form.addEventListener("paste", (event) => {
    if (!fields.includes(event.target)) return;
    const parts = event.clipboardData.getData("text").trim().split(/[\t\r\n]+/);
    event.preventDefault();
    let place = fields.indexOf(event.target);
    for (const part of parts) {
      if (!fields[place]) break;
      fields[place].value = digits(part);
      place += 1;
    }
    fields[Math.min(place, fields.length) - 1].focus();
    form.dispatchEvent(new Event("input"));
  });

  form.addEventListener("submit", () => {
    isSent = true;
    clearTimeout(timer);
    keepHere();
    sessionStorage.setItem("sent", key);
  });

  addEventListener("pagehide", () => {
    if (!timer || isSent) return;
    keepHere();
    navigator.sendBeacon(address, content());
  });

  sums();
  const findings = document.getElementById("findings");
  const wrong = form.querySelector("[aria-invalid=true]");
  if (findings) findings.focus();
  else (wrong ?? fields.find((field) => !field.value) ?? fields[0])?.focus();
}
