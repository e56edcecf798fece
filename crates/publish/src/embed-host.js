// For sites that embed a part of the page: sets the height of each of its frames to that of its content.
(({ src }) => {
  const site = new URL(".", src).href;
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(site));
  addEventListener("message", ({ data, source }) => {
    if (data?.type !== "palimpsest:height" || !(data.height > 0)) return;
    for (const frame of frames()) if (frame.contentWindow === source) frame.style.height = data.height + "px";
  });
  // Heights that were reported before this script ran are lost, so ask again.
  for (const frame of frames()) frame.contentWindow.postMessage({ type: "palimpsest:ask" }, "*");
})(document.currentScript);
