/**
 * What every exercise widget carries: it asks Python for the form's script once a page, whatever
 * shows it (JupyterLab, Voila's own front). The lean page front has the form already and never runs this.
 */
const KEY = Symbol.for("cxkit.form");

function fetchScript(model) {
  return new Promise((resolve) => {
    const hear = (content, buffers) => {
      if (content.kind !== "script") return;
      model.off("msg:custom", hear);
      const bytes = buffers[0];
      const url = URL.createObjectURL(new Blob([bytes.buffer ?? bytes], { type: "text/javascript" }));
      resolve(import(url).finally(() => URL.revokeObjectURL(url)));
    };
    model.on("msg:custom", hear);
    model.send({ kind: "script" });
  });
}

export default {
  async render({ model, el }) {
    const version = model.get("version");
    const scripts = (globalThis[KEY] ??= {});
    scripts[version] ??= fetchScript(model);
    const { default: form } = await scripts[version];
    return form.render({ model, el });
  },
};
