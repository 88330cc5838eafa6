// Looks at the pages of a form beside its fields: larger, smaller, turned, the next one. Where no module runs, the
// pictures stand one below the other, each a link to itself.

for (const viewer of document.querySelectorAll("[data-viewer]")) begin(viewer);

function begin(viewer) {
  const pages = [...viewer.querySelectorAll("figure")];
  const controls = viewer.querySelector("[data-controls]");
  let page = 0;
  let zoom = 1;
  let turn = 0;

  function show() {
    pages.forEach((figure, place) => {
      figure.hidden = place !== page;
    });
    const image = pages[page].querySelector("img");
    if (!image) return;
    image.style.width = zoom * 100 + "%";
    image.style.transform = "rotate(" + turn * 90 + "deg)";
    // On its side a picture takes as much room across as it took down.
    const room = turn % 2 ? (image.offsetWidth - image.offsetHeight) / 2 : 0;
    image.style.margin = room + "px " + -room + "px";
  }

  const actions = {
    larger: () => (zoom = Math.min(zoom * 1.25, 6)),
    smaller: () => (zoom = Math.max(zoom / 1.25, 0.5)),
    turn: () => (turn = (turn + 1) % 4),
    next: () => {
      page = (page + 1) % pages.length;
      zoom = 1;
      turn = 0;
    },
  };

  function act(name) {
    actions[name]();
    show();
  }

  controls.hidden = false;
  controls.addEventListener("click", (event) => {
    const name = event.target.dataset.action;
    if (name) act(name);
  });
  // Alt with a key moves the picture while somebody types.
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const name = { "+": "larger", "=": "larger", "-": "smaller", r: "turn", n: "next" }[event.key.toLowerCase()];
    if (!name) return;
    event.preventDefault();
    act(name);
  });
  for (const image of viewer.querySelectorAll("img")) {
    image.addEventListener("load", show);
    image.closest("a").addEventListener("click", (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      act("larger");
    });
  }
  show();
}
