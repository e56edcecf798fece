// Starts the program of a single-file page. It follows wasm-bindgen's script in the same module, within a block to avoid
// name clashes. `PALIMPSEST_INIT` is replaced with the name of the default export of wasm-bindgen's script.
{
  // A local file address is useless to others and may reveal the reader's identity, so links and citations use the published
  // page.
  if (!location.protocol.startsWith("http")) {
    document.documentElement.dataset.address = document.querySelector("link[rel=canonical]")?.href ?? "";
  }
  globalThis.palimpsest_start = async () => {
    const packed = Uint8Array.from(atob(document.querySelector("#packed_program").textContent), (letter) => letter.charCodeAt(0));
    const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    await PALIMPSEST_INIT({ module_or_path: await new Response(program).arrayBuffer() });
  };
}
