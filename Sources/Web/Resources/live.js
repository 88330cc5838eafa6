// Loads parts of a page anew when the server says that something changed.
//
//   <section id="progress" data-live="/desk/progress" data-events="/desk/events">…</section>
//
// After each event the page at data-live is fetched, and the content of the element in it with the same id takes
// the place of the present one. A part in which somebody is typing waits until they have left it, and one in which
// something typed was not sent yet stays as it is.

const followed = new Map();

function replace(element, text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const newer = page.getElementById(element.id);
  if (!newer) return;
  const focused = element.contains(document.activeElement) ? document.activeElement.id : "";
  // What somebody opened stays open.
  const opened = [...element.querySelectorAll("details[id][open]")].map((part) => part.id);
  element.replaceChildren(...newer.childNodes);
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  // Whoever stood on a link or button goes on from there.
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

// Whether something in a part was entered and not sent, or sent and refused, which data-entered says.
function isEntered(element) {
  if (element.querySelector("[data-entered]")) return true;
  return [...element.querySelectorAll("input, select, textarea")].some((field) => {
    if (field.type === "hidden") return false;
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.matches("select")) {
      const standard = [...field.options].findIndex((option) => option.defaultSelected);
      return field.selectedIndex !== Math.max(0, standard);
    }
    return field.value !== field.defaultValue;
  });
}

function isTyping(element) {
  return element.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
}

async function refresh(part) {
  if (part.busy) {
    part.again = true;
    return;
  }
  const element = document.getElementById(part.id);
  if (!element) return;
  if (isTyping(element)) {
    if (part.waits) return;
    part.waits = true;
    const left = () => {
      part.waits = false;
      setTimeout(refresh, 0, part);
    };
    element.addEventListener("focusout", left, { once: true });
    return;
  }
  if (isEntered(element)) return;
  part.busy = true;
  element.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(part.address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (answer.ok && !answer.redirected) {
      const text = await answer.text();
      // Somebody may have begun to type meanwhile.
      if (isTyping(element)) part.again = true;
      else if (!isEntered(element)) replace(element, text);
    }
    // Whoever is signed out sees so, instead of figures that no longer move.
    else if (answer.status === 401 || answer.redirected) location.reload();
  } catch {
    // The line is down; the stream comes back when it is up, and asks again.
  }
  element.removeAttribute("aria-busy");
  part.busy = false;
  if (part.again) {
    part.again = false;
    refresh(part);
  }
}

function follow(address) {
  const stream = followed.get(address);
  if (document.hidden || stream.source) return;
  stream.source = new EventSource(address);
  const changed = () => stream.parts.forEach(refresh);
  stream.source.addEventListener("message", changed);
  // After a lost line, and a while in the background, nobody knows what was missed.
  stream.source.addEventListener("open", () => {
    if (stream.opened) changed();
    stream.opened = true;
  });
  stream.source.addEventListener("error", () => {
    // Refused, not lost: the browser does not try again by itself.
    if (stream.source?.readyState !== EventSource.CLOSED) return;
    stream.source = null;
    setTimeout(follow, 30000, address);
  });
}

for (const element of document.querySelectorAll("[data-live][data-events][id]")) {
  const address = element.dataset.events;
  if (!followed.has(address)) followed.set(address, { parts: [], source: null, opened: false });
  const part = { id: element.id, address: element.dataset.live, busy: false, again: false, waits: false };
  followed.get(address).parts.push(part);
}

function start() {
  for (const [address, stream] of followed) {
    if (document.hidden) {
      stream.source?.close();
      stream.source = null;
    } else {
      follow(address);
    }
  }
}

// A page that nobody sees holds no line: a browser has six for a server.
document.addEventListener("visibilitychange", start);
start();
