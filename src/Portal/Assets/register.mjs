// @etalab/decoupage-administratif → node_modules/.register/collectivites.csv.gz, which the Portal carries: the default register of collectivités.
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const columns = ["type", "code", "siren", "nom", "departement", "population", "codes_postaux"];

export async function register(packages) {
  const data = path.join(packages, "@etalab/decoupage-administratif/data");
  if (!(await access(data).then(() => true, () => false))) return console.warn("@etalab/decoupage-administratif is not installed: the Portal will carry no default register.");
  const read = async (name) => JSON.parse(await readFile(path.join(data, `${name}.json`), "utf8"));
  const [communes, groupings, territories, departements, regions] = await Promise.all(["communes", "epci", "ept", "departements", "regions"].map(read));
  const current = communes.filter((c) => c.type === "commune-actuelle");
  const lines = [
    ...current.map((c) => ["commune", c.code, c.siren, c.nom, departementOf(c), c.population, (c.codesPostaux ?? []).join(" ")]),
    ...groupings.map((g) => ["epci", g.code, g.code, g.nom, departementOf(g.membres[0]), g.populationMunicipale]),
    ...territories.map((t) => ["ept", t.code, t.code, t.nom, departementOf(t.membres[0]), t.populationMunicipale]),
    ...departements.map((d) => ["departement", d.code, "", d.nom, d.code]),
    ...regions.map((r) => ["region", r.code, "", r.nom]),
  ];
  const text = [columns, ...lines].map((line) => columns.map((_, i) => cell(line[i])).join(",")).join("\n");
  await mkdir(path.join(packages, ".register"), { recursive: true });
  await writeFile(path.join(packages, ".register/collectivites.csv.gz"), await promisify(gzip)(text + "\n", { level: 9 }));
}

/** Told by the INSEE code when the source does not say it: 97x and 98x are overseas. */
function departementOf({ departement, code }) {
  return departement ?? (/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2));
}

function cell(value) {
  const text = String(value ?? "");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
