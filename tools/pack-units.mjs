// pack-units.mjs LIST.tsv > assets/units.txt: the list of administrative units as the app holds it.
// LIST.tsv has one commune a line after its head: province code, province, commune code, commune,
// each unit with its common noun ("Tỉnh" may be left out). What it writes, see src/unit/table.rs.
import { readFileSync } from "node:fs";

const NOUNS = ["Phường", "Xã", "Đặc khu"];
/// Its common noun is part of the name (NĐ 30/2020/NĐ-CP, Phụ lục II, mục III).
const WHOLE = "Thành phố Hồ Chí Minh";

const file = process.argv[2] ?? "";
const rows = readFileSync(file, "utf8").normalize("NFC").trim().split(/\r?\n/).slice(1).map((row) => row.split("\t").map((cell) => cell.trim().replace(/\s+/g, " ")));
const provinces = new Map();
for (const [, province, , commune] of rows) {
  const noun = NOUNS.find((noun) => commune.startsWith(`${noun} `));
  if (!noun || commune.includes(",")) throw new Error(`no commune: ${commune}`);
  const communes = provinces.get(province) ?? provinces.set(province, new Map()).get(province);
  communes.set(noun, [...(communes.get(noun) ?? []), commune.slice(noun.length + 1)]);
}

const running = (province) => {
  if (province === WHOLE) return province;
  const name = province.replace(/^(Tỉnh|Thành phố) /, "");
  return `${province.startsWith("Thành phố ") ? "thành phố" : "tỉnh"} ${name}`;
};
const lines = [...provinces].flatMap(([province, communes]) => [
  running(province),
  // In one order, near names are near each other: it compresses better.
  ...NOUNS.filter((noun) => communes.has(noun)).map((noun) => `${noun.toLowerCase()}:${communes.get(noun).sort().join(",")}`),
]);
console.log(lines.join("\n"));
