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
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => {
      heard.push(`console.${level}: ${words.join(" ")}`);
      say.apply(console, words);
    };
  }
})();
