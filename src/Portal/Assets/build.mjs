// Builds ../wwwroot/dist: one stylesheet, one script per entry, the font, the icons the pages name.
import { build } from "esbuild";
import { compile } from "sass";
import { access, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "./register.mjs";

const here = path.dirname(fileURLToPath(import.meta.url)); // Debian 12 has Node 18
const dist = path.join(here, "../wwwroot/dist");
const packages = path.join(here, "node_modules");
const require = createRequire(import.meta.url);

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, "fonts"), { recursive: true });
await Promise.all([styles(), scripts(), fonts(), icons(), images(), register(packages)]);

async function styles() {
  const { css } = compile(path.join(here, "site.scss"), {
    loadPaths: [packages, here],
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  await build({
    stdin: { contents: css, loader: "css", resolveDir: here },
    outfile: path.join(dist, "site.css"),
    minify: true,
    bundle: true,
    external: ["*.woff2"],
    target: ["chrome109", "firefox115", "safari15"],
  });
}

async function scripts() {
  const entries = { site: "site.ts", room: "room/room.ts", replay: "replay/replay.ts" };
  const present = await Promise.all(Object.entries(entries).map(async ([name, file]) => (await exists(file)) && [name, path.join(here, file)]));
  await build({
    entryPoints: Object.fromEntries(present.filter(Boolean)),
    outdir: dist,
    bundle: true,
    minify: true,
    sourcemap: "linked",
    format: "esm",
    splitting: false,
    loader: { ".svg": "text" },
    target: ["chrome109", "firefox115", "safari15"],
    logLevel: "warning",
  });
}

async function fonts() {
  // The version in the name lets browsers keep the file for good.
  const name = "@fontsource-variable/atkinson-hyperlegible-next";
  const { version } = require(`${name}/package.json`);
  if (version !== "5.3.0") throw new Error(`styles/_font.scss and _Layout.cshtml name the font's version: ${version} is not theirs.`);
  await cp(path.join(packages, name, "files/atkinson-hyperlegible-next-latin-wght-normal.woff2"), path.join(dist, `fonts/atkinson-next-${version}.woff2`));
}

/** icons.txt → icons.json: the inside of each SVG, which the `icon` tag helper writes into the page. */
async function icons() {
  const names = (await readFile(path.join(here, "icons.txt"), "utf8")).split(/\s+/).filter(Boolean);
  const inside = async (name) => {
    const svg = await readFile(path.join(packages, "bootstrap-icons/icons", `${name}.svg`), "utf8");
    return [name, svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/\s*\n\s*/g, "")];
  };
  await writeFile(path.join(dist, "icons.json"), JSON.stringify(Object.fromEntries(await Promise.all(names.map(inside)))));
}

async function images() {
  await cp(path.join(here, "images"), path.join(dist, "images"), { recursive: true });
}

async function exists(file) {
  return access(path.join(here, file)).then(() => true, () => false);
}
