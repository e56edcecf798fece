// Starts the program of a page in one file. It follows wasm-bindgen's script in the same module, within a block so that no
// names collide. `PALIMPSEST_INIT` stands for the function that wasm-bindgen's script exports.
{
  // An address on this disk is useless to others and may reveal who reads, so links and citations name the published page.
  if (!location.protocol.startsWith("http")) {
    document.documentElement.dataset.address = document.querySelector("link[rel=canonical]")?.href ?? "";
  }
  globalThis.palimpsest_start = async () => {
    const packed = Uint8Array.from(atob(document.querySelector("#packed_program").textContent), (letter) => letter.charCodeAt(0));
    const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    await PALIMPSEST_INIT({ module_or_path: await new Response(program).arrayBuffer() });
  };
}
