// Draws each picture from its specification, one after the other, and says on the page how long it took.
(async () => {
  // A page holds rows as lists without the names of the columns, which would make it much larger.
  const named = (set) => set.rows.map((row) => Object.fromEntries(set.columns.map((name, place) => [name, row[place]])));
  const expand = (specification) => {
    const sets = specification.datasets ?? {};
    for (const name of Object.keys(sets)) if (sets[name].rows) sets[name] = named(sets[name]);
    if (Array.isArray(specification.data)) {
      for (const set of specification.data) if (set.values?.rows) set.values = named(set.values);
    }
  };
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
    expand(specification);
    const isVega = specification.$schema.includes("/vega/");
    for (const name of Object.keys(shared)) {
      if (specification.datasets && name in specification.datasets) specification.datasets[name] = shared[name];
    }
    // A map keeps its form.
    if (specification.projection) {
      specification.height = Math.min(specification.height, Math.round(0.45 * chart.clientWidth));
    }
    try {
      // Expressions are interpreted, since the page does not allow code that is made of texts.
      await vegaEmbed(chart, specification, {
        ast: true, bind: figure.querySelector(".choices"), renderer: "svg", mode: isVega ? "vega" : "vega-lite",
        actions: { export: true, source: false, compiled: false, editor: false },
        downloadFileName: id, tooltip: { theme: "custom" },
      });
      // Only the drawing is an image, with the description that Vega puts there: what is to be used stands beside it.
      chart.querySelector(".chart-wrapper").setAttribute("role", "img");
      figure.dataset.drawn = String(Math.round(performance.now() - began));
    } catch (error) {
      console.error("picture " + id + ": " + error);
      figure.dataset.failed = String(error);
    }
  }
  document.documentElement.dataset.drawn = String(Math.round(performance.now() - started));
})();
