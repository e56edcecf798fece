// Makes the page's fonts: subsets, their licences, and styles/fonts.css.
//
//   node fonts/make.mjs PAGE_HTML NODE_MODULES_DIR    from the repository's root (`cargo xtask fonts` does it)
//   node fonts/make.mjs --packages                    prints what must be installed there, name@version
//
// The same page and packages give the same bytes. README.md beside this file says what was done to which font.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

const PACKAGES = {
  // Tools.
  "subset-font": "2.9.0",
  harfbuzzjs: "1.6.4",
  wawoff2: "2.0.1",
  // The fonts of the page.
  "@fontsource-variable/oswald": "5.3.0",
  "@expo-google-fonts/pt-serif": "0.4.1",
  // Only measured: fonts with the advance widths of what readers have installed.
  "@fontsource/arimo": "5.3.0",
  "@fontsource/gelasio": "5.3.0",
  "@fontsource/noto-serif": "5.3.0",
  "@fontsource/roboto": "5.3.0",
  "@fontsource/tinos": "5.3.0",
  "dejavu-fonts-ttf": "2.37.3",
};

// Of what every visit may load.
const BUDGET = 31_000;

if (process.argv[2] === "--packages") {
  for (const [name, version] of Object.entries(PACKAGES)) console.log(`${name}@${version}`);
  process.exit(0);
}
if (process.argv.length !== 4) {
  console.error("usage: node fonts/make.mjs PAGE_HTML NODE_MODULES_DIR\n       node fonts/make.mjs --packages");
  process.exit(2);
}

const here = dirname(fileURLToPath(import.meta.url));
const modules = resolve(process.argv[3]);
const require = createRequire(import.meta.url);

for (const [name, version] of Object.entries(PACKAGES)) {
  let found = "none";
  try {
    found = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
  } catch {}
  if (found !== version) {
    console.error(`error: ${name} ${version} is needed in ${process.argv[3]}, but there is ${found}`);
    process.exit(1);
  }
}

const subsetFont = require(join(modules, "subset-font"));
const woff2 = require(join(modules, "wawoff2"));
const hb = await import(pathToFileURL(join(modules, "harfbuzzjs/dist/index.mjs")).href);

// --- The page's text -----------------------------------------------------------------------------------------------

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad" };

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (NAMED[name]) return NAMED[name];
    throw new Error(`make.mjs does not know the entity ${whole}`);
  });
}

function* strings(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* strings(inner);
}

const plain = (markup) => decode(markup.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");

/** What stands on the page, what scripts may put there later, and the parts that are set in other faces. */
function readPage(html) {
  let later = "";
  let css = "";
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<style\b[^>]*>([\s\S]*?)<\/style>/gi, (_, style) => ((css += style), ""))
    .replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi, (_, attributes, script) => {
      if (/type="?application\/json/i.test(attributes)) later += [...strings(JSON.parse(script))].join("\n");
      return "";
    });
  const values = (pattern) =>
    [...markup.matchAll(/<[a-z][^<>]*>/gi)]
      .flatMap(([tag]) => [...tag.matchAll(pattern)])
      .map(([, quoted, single, bare]) => decode(quoted ?? single ?? bare ?? ""))
      .join("\n");
  const value = `=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`;
  const generated = [...css.matchAll(/content:\s*([^;}]*)/g)]
    .flatMap(([, list]) => [...list.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)])
    .map(([, double, single]) =>
      (double ?? single).replace(/\\([0-9a-f]{1,6}) ?/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))),
    )
    .join("");
  const parts = (pattern, group) => [...markup.matchAll(pattern)].map((match) => plain(match[group]));
  return {
    shown: [plain(markup), values(new RegExp(`\\s(?:alt|title|aria-label|placeholder)${value}`, "gi")), generated].join("\n"),
    later: [later, values(new RegExp(`\\sdata-[\\w-]+${value}`, "gi"))].join("\n"),
    paragraphs: parts(/<(p|li|dd)\b[^>]*>([\s\S]*?)<\/\1>/gi, 2),
    headings: parts(/<(h[1-3])\b[^>]*>([\s\S]*?)<\/\1>/gi, 2),
    italic: [
      ...parts(/<(em|i|cite)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/gi, 2),
      ...parts(/<(\w+)\b[^>]*\bclass="?[^">]*\bquote-link\b[^>]*>([\s\S]*?)<\/\1>/gi, 2),
    ],
  };
}

const page = readPage(readFileSync(process.argv[2], "utf8"));

// --- Which characters each face gets -------------------------------------------------------------------------------

const span = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");
const LETTERS = `${span(0x41, 0x5a)}${span(0x61, 0x7a)}`;
const FIGURES = span(0x30, 0x39);
const ASCII = span(0x20, 0x7e);
const PROSE = ` ${LETTERS}${FIGURES}!"&'(),-./:;?[]“”‘’–—…\u00a0\u00ad\u2011\u202f`;
const TYPOGRAPHIC = "“”‘’–—…·×→←↑↓↩§†‡°½№•\u00a0\u202f\u00ad\u2011";
// Signs of code, not of text: a face has those that the page shows. They are heavy.
const CODE = "#$<>@\\^_`{|}~";

const set = (...texts) => new Set([...texts.join("")].filter((character) => character >= " " && character !== "\u007f"));
const without = (from, drop) => new Set([...from].filter((character) => !drop(character)));
const isCyrillic = (character) => /\p{Script=Cyrillic}/u.test(character) || character === "№";
const isAscii = (character) => character < "\u007f";
const isLetter = (character) => /\p{L}/u.test(character);

const shown = set(page.shown);
const all = set(page.shown, page.later);
const beyondAscii = without(all, isAscii);
const full = without(set(ASCII, TYPOGRAPHIC, [...beyondAscii].join("")), (c) => CODE.includes(c) && !shown.has(c));
const italic = set(PROSE, page.italic.join(""), [...beyondAscii].filter((c) => isLetter(c) && !isCyrillic(c)).join(""));

// Layout features worth their bytes: ligatures only in the text, where f and i would touch (in Oswald they cost
// 0.5 kB and change nothing to see). Combining marks need more, which comes with the marks.
const hasMarks = [...all].some((character) => /\p{M}/u.test(character));
const FEATURES = ["kern", "lnum", "onum", "tnum", "pnum", ...(hasMarks ? ["ccmp", "mark", "mkmk", "locl"] : [])];

const OSWALD = "@fontsource-variable/oswald";
const PT_SERIF = "@expo-google-fonts/pt-serif";
const DISPLAY = "Oswald";
const TEXT = "Palimpsest Text";

const FACES = [
  {
    file: "oswald.woff2",
    source: `${OSWALD}/files/oswald-latin-wght-normal.woff2`,
    characters: without(full, isCyrillic),
    family: DISPLAY,
    weights: [400, 700],
    features: FEATURES,
  },
  {
    file: "pt-serif.woff2",
    source: `${PT_SERIF}/400Regular/PTSerif_400Regular.ttf`,
    characters: full,
    family: TEXT,
    rename: "Regular",
    features: [...FEATURES, "liga"],
  },
  {
    file: "pt-serif-italic.woff2",
    source: `${PT_SERIF}/400Regular_Italic/PTSerif_400Regular_Italic.ttf`,
    characters: italic,
    family: TEXT,
    style: "italic",
    rename: "Italic",
    features: [...FEATURES, "liga"],
  },
];

// --- Fonts as tables -----------------------------------------------------------------------------------------------

/** The same font with another family name: PT Serif's name is reserved by its licence. */
function renamed(font, style) {
  const sfnt = Buffer.from(font);
  const tables = [];
  for (let i = 0; i < sfnt.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const start = sfnt.readUInt32BE(at + 8);
    const data = Buffer.from(sfnt.subarray(start, start + sfnt.readUInt32BE(at + 12)));
    tables.push({ tag: sfnt.toString("latin1", at, at + 4), data });
  }
  const family = TEXT;
  const postscript = `${family.replaceAll(" ", "")}-${style}`;
  const full = style === "Regular" ? family : `${family} ${style}`;
  tables.find(({ tag }) => tag === "name").data = nameTable({
    0: "Copyright © 2010 ParaType Ltd. All rights reserved.",
    1: family,
    2: style,
    3: `Palimpsest: ${full}`,
    4: full,
    5: "Version 1.000W OFL; subset",
    6: postscript,
    13: "SIL Open Font License 1.1",
    14: "https://openfontlicense.org",
  });
  tables.find(({ tag }) => tag === "head").data.writeUInt32BE(0, 8);
  return assemble(sfnt.readUInt32BE(0), tables);
}

function nameTable(names) {
  const entries = Object.entries(names).map(([id, text]) => [Number(id), Buffer.from(text, "utf16le").swap16()]);
  const head = Buffer.alloc(6 + 12 * entries.length);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  entries.forEach(([id, text], i) => {
    // Windows, Unicode, English of the United States.
    [3, 1, 0x409, id, text.length, offset].forEach((field, j) => head.writeUInt16BE(field, 6 + 12 * i + 2 * j));
    offset += text.length;
  });
  return Buffer.concat([head, ...entries.map(([, text]) => text)]);
}

function checksum(data) {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) sum = (sum + data.readUInt32BE(i)) >>> 0;
  return sum;
}

function assemble(version, tables) {
  const head = Buffer.alloc(12 + 16 * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 << power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * tables.length - (16 << power), 10);
  let offset = head.length;
  const parts = [head];
  tables.forEach(({ tag, data }, i) => {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    head.write(tag, 12 + 16 * i, "latin1");
    [checksum(padded), offset, data.length].forEach((field, j) => head.writeUInt32BE(field, 16 + 16 * i + 4 * j));
    offset += padded.length;
    parts.push(padded);
  });
  const sfnt = Buffer.concat(parts);
  const start = tables.findIndex(({ tag }) => tag === "head");
  sfnt.writeUInt32BE((0xb1b0afba - checksum(sfnt)) >>> 0, head.readUInt32BE(12 + 16 * start + 8) + 8);
  return sfnt;
}

/** The font as HarfBuzz reads it: for its characters and for widths of shaped, kerned text. */
async function open(bytes, weight) {
  const isWoff2 = bytes.toString("latin1", 0, 4) === "wOF2";
  const sfnt = isWoff2 ? Buffer.from(await woff2.decompress(bytes)) : bytes;
  const face = new hb.Face(new hb.Blob(new Uint8Array(sfnt)));
  const font = new hb.Font(face);
  if (weight) font.setVariations([new hb.Variation("wght", weight)]);
  return { characters: new Set([...face.collectUnicodes()].map((c) => String.fromCodePoint(c))), face, font };
}

/** The width of the lines in ems. */
function width({ face, font }, lines) {
  let sum = 0;
  for (const line of lines) {
    const buffer = new hb.Buffer();
    buffer.addText(line);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    for (const position of buffer.getGlyphPositions()) sum += position.xAdvance;
  }
  return sum / face.upem;
}

// --- The subsets ---------------------------------------------------------------------------------------------------

mkdirSync(here, { recursive: true });
for (const name of readdirSync(here)) if (name.endsWith(".woff2")) rmSync(join(here, name));

async function subset(face, characters = face.characters) {
  const sfnt = await subsetFont(readFileSync(join(modules, face.source)), [...characters].sort().join(""), {
    targetFormat: "sfnt",
    noHinting: true,
    keepFeatures: face.features,
    dropTables: ["STAT", "gasp", "hdmx"],
    ...(face.weights && { variationAxes: { wght: { min: face.weights[0], max: face.weights[1] } } }),
  });
  return Buffer.from(await woff2.compress(face.rename ? renamed(sfnt, face.rename) : sfnt));
}

for (const face of FACES) {
  face.bytes = await subset(face);
  face.has = (await open(face.bytes)).characters;
  if (face.has.size > 0) writeFileSync(join(here, face.file), face.bytes);
}
const faces = FACES.filter((face) => face.has.size > 0);

// --- The fallbacks -------------------------------------------------------------------------------------------------

/** Fonts that readers have, each measured by one with the same advance widths. */
const fontsource = (name, style) => `@fontsource/${name}/files/${name}-latin-${style}.woff2`;
const dejavu = (name) => `dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`;

const SERIFS = [
  { name: "Georgia", local: ["Georgia"], italic: ["Georgia Italic", "Georgia-Italic"], by: "gelasio" },
  {
    name: "Times",
    local: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"],
    italic: ["Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic", "Tinos Italic"],
    by: "tinos",
  },
  {
    name: "Noto",
    local: ["Noto Serif", "NotoSerif", "Noto Serif Regular", "NotoSerif-Regular"],
    italic: ["Noto Serif Italic", "NotoSerif-Italic"],
    by: "noto-serif",
  },
  {
    name: "DejaVu",
    local: ["DejaVu Serif"],
    italic: ["DejaVu Serif Italic"],
    files: [dejavu("Serif"), dejavu("Serif-Italic")],
  },
];

const SANS = [
  {
    name: "Narrow",
    local: ["Arial Narrow", "ArialNarrow", "Liberation Sans Narrow"],
    bold: ["Arial Narrow Bold", "ArialNarrow-Bold", "Liberation Sans Narrow Bold"],
    by: "arimo",
    // Arial Narrow's letters stand at 82 % of Arial's widths, in both weights.
    narrow: 0.82,
  },
  {
    name: "Arial",
    local: ["Arial", "ArialMT", "Helvetica", "Liberation Sans"],
    bold: ["Arial Bold", "Arial-BoldMT", "Helvetica Bold", "Helvetica-Bold", "Liberation Sans Bold"],
    by: "arimo",
  },
  {
    name: "Roboto",
    local: ["Roboto", "Roboto-Regular"],
    // Where Roboto is one variable font, its bold has no name of its own.
    bold: ["Roboto Bold", "Roboto-Bold", "Roboto"],
    by: "roboto",
  },
  {
    name: "DejaVu",
    local: ["DejaVu Sans"],
    bold: ["DejaVu Sans Bold"],
    files: [dejavu("Sans"), dejavu("Sans-Bold")],
  },
];

const percent = (ratio) => `${Number((100 * ratio).toFixed(2))}%`;

/** How much wider the page's words are in `real` than in `other`: in the characters that both have. */
function ratio(real, other, lines) {
  const common = lines
    .map((line) => [...line].filter((c) => real.characters.has(c) && other.characters.has(c)).join(""))
    .filter(Boolean);
  return width(real, common) / width(other, common);
}

async function fallback(family, local, realBytes, weight, lines, file, narrow, descriptors) {
  const real = await open(realBytes, weight);
  const exact = ratio(real, await open(readFileSync(join(modules, file))), lines) / (narrow ?? 1);
  // To a thousandth, so that an edited sentence does not change the numbers.
  const adjust = Math.round(1000 * exact) / 1000;
  const { ascender, descender, lineGap } = real.font.hExtents();
  const height = (value) => percent(value / real.face.upem / adjust);
  return {
    family,
    adjust,
    css: rule([
      `font-family: "${family}"`,
      ...descriptors,
      `src: ${local.map((name) => `local("${name}")`).join(", ")}`,
      `size-adjust: ${percent(adjust)}`,
      `ascent-override: ${height(ascender)}`,
      `descent-override: ${height(-descender)}`,
      `line-gap-override: ${height(lineGap)}`,
    ]),
  };
}

const rule = (declarations) => `@font-face {\n${declarations.map((line) => `  ${line};\n`).join("")}}\n`;

const bytesOf = (name) => FACES.find(({ file }) => file === name).bytes;
const fallbacks = [];
for (const serif of SERIFS) {
  const files = serif.files ?? [fontsource(serif.by, "400-normal"), fontsource(serif.by, "400-italic")];
  const family = `${TEXT} ${serif.name}`;
  fallbacks.push(
    await fallback(family, serif.local, bytesOf("pt-serif.woff2"), 0, page.paragraphs, files[0], 1, []),
    await fallback(family, serif.italic, bytesOf("pt-serif-italic.woff2"), 0, page.italic, files[1], 1, [
      "font-style: italic",
    ]),
  );
}
for (const sans of SANS) {
  const files = sans.files ?? [fontsource(sans.by, "400-normal"), fontsource(sans.by, "700-normal")];
  const family = `${DISPLAY} ${sans.name}`;
  // Weights of 600 and more are set in the bold, measured at 600: so are headings.
  fallbacks.push(
    await fallback(family, sans.local, bytesOf("oswald.woff2"), 400, page.paragraphs, files[0], sans.narrow, [
      "font-weight: 400 500",
    ]),
    await fallback(family, sans.bold, bytesOf("oswald.woff2"), 600, page.headings, files[1], sans.narrow, [
      "font-weight: 600 700",
    ]),
  );
}

// --- styles/fonts.css ----------------------------------------------------------------------------------------------

function unicodeRange(characters) {
  const points = [...characters].map((character) => character.codePointAt(0)).sort((a, b) => a - b);
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(", ");
}

const css = [
  "/* Written by fonts/make.mjs (`cargo xtask fonts`): do not edit. */\n",
  ...faces.map((face) =>
    rule([
      `font-family: "${face.family}"`,
      `font-style: ${face.style ?? "normal"}`,
      `font-weight: ${face.weights?.join(" ") ?? 400}`,
      "font-display: swap",
      `src: url("fonts/${face.file}") format("woff2")`,
      `unicode-range: ${unicodeRange(face.has)}`,
    ]),
  ),
  "/* What stands in until they are there, as wide and as high. */\n",
  ...fallbacks.map((face) => face.css),
].join("\n");
writeFileSync(join(here, "../styles/fonts.css"), css);

// --- The licences --------------------------------------------------------------------------------------------------

const tidy = (text) => `${text.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim()}\n`;
writeFileSync(join(here, "OFL-Oswald.txt"), tidy(readFileSync(join(modules, OSWALD, "LICENSE"), "utf8")));
writeFileSync(join(here, "OFL-PT-Serif.txt"), tidy(readFileSync(join(modules, PT_SERIF, "LICENSE_FONT"), "utf8")));

// --- What was made -------------------------------------------------------------------------------------------------

const row = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(12) : cell.padEnd(26))).join(""));
row("file", "characters", "bytes");
let total = 0;
for (const face of faces) {
  total += face.bytes.length;
  row(face.file, face.has.size, face.bytes.length);
}
row("on every visit", "", total);
row("styles/fonts.css", "brotli", brotliCompressSync(Buffer.from(css)).length);
console.log("");
row("stands in", "size-adjust");
for (const { family, adjust } of fallbacks) row(family, percent(adjust));
console.log("");

const code = (character) => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
const list = (characters) => [...characters].sort().map((c) => (/[\s\p{C}]/u.test(c) ? code(c) : `${c} ${code(c)}`)).join(", ");
const covered = (family, style) =>
  new Set(faces.filter((face) => face.family === family && face.style === style).flatMap((face) => [...face.has]));
// Signs of code that only stand in data are asked of none.
const missing = [
  ["no face", set([...shown].join(""), [...beyondAscii].join("")), new Set(faces.flatMap((face) => [...face.has]))],
  [`${TEXT}, regular`, set([...shown].join(""), [...beyondAscii].join("")), covered(TEXT)],
  [`${TEXT}, italic`, set(page.italic.join("")), covered(TEXT, "italic")],
  [DISPLAY, set([...shown].join(""), [...beyondAscii].join("")), covered(DISPLAY)],
];
for (const [name, wanted, has] of missing) {
  const left = without(wanted, (character) => has.has(character));
  console.log(`characters of the page that ${name} ${name === "no face" ? "covers" : "lacks"}: ${list(left) || "none"}`);
}
const wished = without(set(TYPOGRAPHIC), (character) => covered(TEXT).has(character));
console.log(`typographic characters that ${TEXT} lacks: ${list(wished) || "none"}`);

if (process.env.PALIMPSEST_FONTS_COMPARE) {
  const italicOnly = set(page.italic.join(""));
  const face = FACES.find(({ style }) => style === "italic");
  console.log("");
  row("italic, only its text", italicOnly.size, (await subset(face, italicOnly)).length);
  row("italic, as the regular", "", (await subset(face, FACES[2].characters)).length);
}
if (total > BUDGET) {
  console.error(`error: the fonts together are ${total} bytes, more than ${BUDGET}`);
  process.exit(1);
}
