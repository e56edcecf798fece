// Starts the program of a page that is one file. It follows wasm-bindgen's script in the same module, in a block, so that no
// names meet. `PALIMPSEST_INIT` is the function that this script exports.
{
  // Nobody else can open an address on this disk, and it may tell who reads: links and citations name the published page.
  if (!location.protocol.startsWith("http")) {
    document.documentElement.dataset.address = document.querySelector("link[rel=canonical]")?.href ?? "";
  }
  globalThis.palimpsest_start = async () => {
    const packed = Uint8Array.from(atob(document.querySelector("#packed_program").textContent), (letter) => letter.charCodeAt(0));
    const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    await PALIMPSEST_INIT({ module_or_path: await new Response(program).arrayBuffer() });
  };
}
