// Draws each picture from its specification, one after the other, and says on the page how long it took.
(async () => {
  const started = performance.now();
  const shared = {};
  for (const element of document.querySelectorAll("script.shared")) {
    shared[element.id.slice("shared-".length)] = JSON.parse(element.textContent).features;
  }
  for (const chart of document.querySelectorAll(".chart")) {
    const began = performance.now();
    const figure = chart.closest("figure");
    const id = figure.id.slice("picture-".length);
    const specification = JSON.parse(figure.querySelector(".specification").textContent);
    const isVega = specification.$schema.includes("/vega/");
    for (const name of Object.keys(shared)) {
      if (specification.datasets && name in specification.datasets) specification.datasets[name] = shared[name];
    }
    try {
      // Expressions are interpreted, since the page does not allow code that is made of texts.
      await vegaEmbed(chart, specification, {
        ast: true, renderer: "svg", mode: isVega ? "vega" : "vega-lite",
        actions: { export: true, source: false, compiled: false, editor: false },
        downloadFileName: id, tooltip: { theme: "custom" },
      });
      figure.dataset.drawn = String(Math.round(performance.now() - began));
    } catch (error) {
      console.error("picture " + id + ": " + error);
      figure.dataset.failed = String(error);
    }
  }
  document.documentElement.dataset.drawn = String(Math.round(performance.now() - started));
})();
