// Makes land.json from Natural Earth's land at 1:50 million, as the npm package world-atlas has it. See README.md.

import { readFileSync, writeFileSync } from "node:fs";
import { quantize } from "topojson-client";
import { filter, filterWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";

// The smallest triangle that a point may make with its neighbors, and the smallest island, in steradians: 160 km².
const AREA = 4e-6;
// How many steps the coordinates have, along and across: 1.3 km or less.
const STEPS = 3e4;

const source = JSON.parse(readFileSync("node_modules/world-atlas/land-50m.json"));
const weighed = presimplify(source, sphericalTriangleArea);
const simple = simplify(weighed, AREA);
const filtered = filter(simple, filterWeight(simple, AREA, sphericalRingArea));
const { transform, arcs, objects } = quantize(filtered, STEPS);
writeFileSync("land.json", `${JSON.stringify({ type: "Topology", transform, objects, arcs })}\n`);
