// Copies the design system's stylesheet and exactly the files it refers to into wwwroot,
// adds our own few rules, and keeps only the woff2 fonts: every current browser reads them,
// while the package's own order makes a browser fetch an .eot and a .woff first.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(project, "node_modules/dkfds/dist");
const wwwroot = join(project, "wwwroot");

const copy = (from, to) => {
  mkdirSync(dirname(join(wwwroot, to)), { recursive: true });
  copyFileSync(join(dist, from), join(wwwroot, to));
};

const woff2Only = (face) => {
  const woff2 = face.match(/url\([^)]*\.woff2\) format\("woff2"\)/);
  return woff2 ? face.replace(/src:[^;}]*/, `src:${woff2[0]}`) : face;
};

const css =
  readFileSync(join(dist, "css/dkfds.min.css"), "utf8")
    .replace(/\/\*# sourceMappingURL=.*?\*\//, "")
    .replace(/@font-face\{[^}]*\}/g, woff2Only) + readFileSync(join(project, "assets/additions.css"), "utf8");

rmSync(wwwroot, { recursive: true, force: true });
const referred = new Set([...css.matchAll(/url\(["']?\.\.\/([^)"']+)["']?\)/g)].map((match) => match[1]));
for (const file of referred) {
  copy(file, file);
}
copy("img/all-svg-icons.svg", "img/icons.svg");
copy("fonts/IBMPlexSans/complete/woff2/license.txt", "fonts/IBMPlexSans/complete/woff2/license.txt");
copy("../LICENSE.md", "LICENSE.md");

// Last, because the build takes this file as the sign that all the others are there.
mkdirSync(join(wwwroot, "css"), { recursive: true });
writeFileSync(join(wwwroot, "css/dkfds.css"), css);
