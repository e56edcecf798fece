#!/usr/bin/env node
// Starts the program for this platform, which is in a package of its own.
const { spawnSync } = require("node:child_process");

const name = `palimpsest-${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/palimpsest${process.platform === "win32" ? ".exe" : ""}`);
} catch {
  console.error(
    `error: the program of palimpsest for ${process.platform} on ${process.arch} is not installed\n` +
      `  = help: install palimpsest again without --omit=optional, so that the package ${name} is installed, too;\n` +
      "          if there is no such package, build the program with Rust: cargo xtask dist",
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
