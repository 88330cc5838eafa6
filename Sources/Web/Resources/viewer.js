// Looks at the pages of a form beside its fields: larger, smaller, turned, the next one. The pictures are links to
// themselves where no module runs.

for (const viewer of document.querySelectorAll("[data-viewer]")) {
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

  if (!controls || pages.length === 0) continue;
  controls.hidden = false;
  viewer.addEventListener("click", (event) => {
    const action = actions[event.target.dataset.action];
    if (!action) return;
    action();
    show();
  });
  // Alt with a letter moves the picture while somebody types.
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const name = { "+": "larger", "=": "larger", "-": "smaller", r: "turn", n: "next" }[event.key];
    if (!name) return;
    event.preventDefault();
    actions[name]();
    show();
  });
  for (const figure of pages) {
    const link = figure.querySelector("a");
    link?.addEventListener("click", (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      actions.larger();
      show();
    });
  }
  show();
}
