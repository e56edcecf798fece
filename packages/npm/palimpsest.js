#!/usr/bin/env node
// Starts the program for this platform, which is in a package of its own.
const { spawnSync } = require("node:child_process");

const name = `palimpsest-${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/palimpsest${process.platform === "win32" ? ".exe" : ""}`);
} catch {
  console.error(
    `error: palimpsest has no program for ${process.platform} on ${process.arch} here\n` +
      `  = help: install it again without --omit=optional, so that the package ${name} comes too;\n` +
      "          where there is no such package, build the program with Rust: cargo xtask dist",
  );
  process.exit(1);
}
const { status, signal, error } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`error: ${program} cannot be started: ${error.message}`);
  process.exit(1);
}
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 1);
