// Runs before everything else in the page, and keeps what the page complains about. It hears scripts' errors, rejected
// promises, files that did not load, breaches of the content security policy, and what scripts write to the console;
// it does not hear what the browser itself writes there (Page::complaints adds that where an engine tells).
(() => {
  const heard = [];
  window.complaints = heard;
  addEventListener("error", event => {
    const { target } = event;
    heard.push(target === window ? `error: ${event.message}` : `not loaded: ${target.src ?? target.href}`);
  }, true);
  addEventListener("unhandledrejection", event => heard.push(`rejected: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", event => {
    heard.push(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`);
  });
  // The page is not as it was built, and would not be kept: that is a journey of its own (offline.rs).
  if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {});
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => {
      heard.push(`console.${level}: ${words.join(" ")}`);
      say.apply(console, words);
    };
  }
  // The program's memory, whose size is the program's own affair in a page.
  const { instantiate, instantiateStreaming } = WebAssembly;
  const kept = made => {
    window.programMemory = (made.instance ?? made).exports.memory;
    return made;
  };
  WebAssembly.instantiate = (...program) => instantiate(...program).then(kept);
  WebAssembly.instantiateStreaming = (...program) => instantiateStreaming(...program).then(kept);
})();
