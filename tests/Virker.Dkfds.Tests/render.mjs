// Renders the design system's own templates: cases as JSON on standard input, their HTML as JSON on standard output.
// Run in the folder of Virker.Dkfds, whose node_modules holds both the templates and the engine.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const nunjucks = createRequire(join(process.cwd(), "package.json"))("nunjucks");
const templates = new nunjucks.FileSystemLoader(join(process.cwd(), "node_modules/dkfds/src"));
const engine = new nunjucks.Environment(templates, { autoescape: true });
const cases = JSON.parse(readFileSync(0, "utf8"));
const rendered = cases.map(({ Template, Macro, Parameters }) =>
  engine.renderString(`{% from "components/${Template}.njk" import ${Macro} as macro %}{{ macro(parameters) }}`, {
    parameters: Parameters,
  }),
);
process.stdout.write(JSON.stringify(rendered));
