// Runs in the measured page before the page's own scripts, as a function of how the page is worked (WAYS in load.mjs).
(way) => {
  const bench = (globalThis.__bench = { fcp: null, lcp: null, shifts: [], long: [], events: [], live: null });
  const watch = (type, add, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true, ...options });
  watch('paint', (e) => { if (e.name === 'first-contentful-paint') bench.fcp = e.startTime; });
  watch('largest-contentful-paint', (e) => { bench.lcp = e.startTime; });
  watch('layout-shift', (e) => { if (!e.hadRecentInput) bench.shifts.push([e.startTime, e.value]); });
  watch('longtask', (e) => { bench.long.push([e.startTime, e.duration]); });
  watch('event', (e) => { if (e.interactionId) bench.events.push([e.interactionId, e.startTime, e.duration]); }, { durationThreshold: 16 });

  // The program marks the root once it runs.
  if (way.live) {
    const look = () => {
      if (!document.documentElement?.hasAttribute(way.live)) return false;
      bench.live = performance.now();
      return true;
    };
    const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: [way.live] });
  }

  // With scope "document" an effect is any match that was not there before the click; otherwise the entry is in it.
  let before = new Set();
  const inEffect = (el) => way.scope === 'document'
    ? [...document.querySelectorAll(way.effect)].some((match) => !before.has(match) && match.checkVisibility())
    : el?.closest(way.effect) != null;

  /** A point on the element where a click would reach it, scrolled into view if need be. */
  function pointOf(el) {
    if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
    const point = () => {
      const { left, top, width, height } = el.getBoundingClientRect();
      const [x, y] = [left + Math.min(width / 2, 200), top + height / 2];
      return width && height && el.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
    };
    if (way.scroll === 'page') {
      // Only the page scrolls: a library that moves its entries itself is not to be scrolled from outside.
      const { top, height } = el.getBoundingClientRect();
      if (top + height / 2 < 0 || top + height / 2 > innerHeight) scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
      return point();
    }
    for (const block of ['nearest', 'center']) {
      el.scrollIntoView({ block, behavior: 'instant' });
      const found = point();
      if (found) return found;
    }
    return null;
  }
  bench.pointOf = (selector) => {
    const element = document.querySelector(selector);
    return element && pointOf(element);
  };

  let aimed = null;
  /** Aims at the first entry at or after `start` that is not in effect yet and can be clicked. */
  bench.aim = (start) => {
    const all = document.querySelectorAll(way.entry);
    before = new Set(way.scope === 'document' ? document.querySelectorAll(way.effect) : []);
    for (let tries = 0; tries < Math.min(all.length, 100); tries++) {
      const index = (start + tries) % all.length;
      if (way.scope !== 'document' && inEffect(all[index])) continue;
      const point = pointOf(all[index]);
      if (point) {
        aimed = { index, el: all[index] };
        return { index, ...point };
      }
    }
    return null;
  };
  const hit = () => {
    if (!aimed.el.isConnected) aimed.el = document.querySelectorAll(way.entry)[aimed.index];
    return inEffect(aimed.el);
  };

  // The frame that is being made is painted once a task runs after it.
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  }));

  /**
   * Arms the measuring of the next input, before that is sent: from its time stamp, which is the browser's own, until what it
   * is to bring about is there, and is painted. `test` says so; without one it is what was aimed at. Nothing of how long the
   * page was at work before the input counts, and all of how long the input had to wait. `await __bench.done` gives
   * `{ start, effect, painted }`, or null after `limit` milliseconds.
   */
  bench.arm = (limit, test = hit, kinds = ['pointerdown', 'keydown']) => {
    let start = null;
    const end = performance.now() + limit;
    bench.done = new Promise((done) => {
      const finish = (result) => {
        observer.disconnect();
        kinds.forEach((kind) => removeEventListener(kind, input, true));
        settled = true;
        done(result);
      };
      let settled = false;
      let effect = null;
      const look = () => {
        if (settled || effect !== null || start === null || !test()) return;
        effect = performance.now();
        painted().then((at) => finish({ start, effect: effect - start, painted: at - start }));
      };
      const input = (event) => { start ??= event.timeStamp; };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      kinds.forEach((kind) => addEventListener(kind, input, true));
      // What no mutation tells of, such as a checked button, is seen in the next frame.
      const poll = () => {
        if (settled) return;
        look();
        if (effect === null && performance.now() > end) finish(null);
        else requestAnimationFrame(poll);
      };
      requestAnimationFrame(poll);
    });
    return performance.now();
  };

  /** Asks the driver to click the first entry as soon as there is one, until the click has its effect. */
  bench.probe = () => {
    let entry = null;
    let last = null;
    let next = 0;
    let clicked = false;
    // A click that was handled without effect is tried again after 50 ms, one that never arrived after 1 s.
    addEventListener('pointerup', () => { clicked = true; next = performance.now() + 50; }, true);
    // The frame that shows the effect is drawn by the time of the next one, and not before the first paint.
    const shown = (at) => {
      if (bench.fcp === null) requestAnimationFrame(() => shown(at));
      else globalThis.__benchTell(JSON.stringify({ entry, usable: Math.max(at, bench.fcp) }));
    };
    const look = () => {
      const now = performance.now();
      if (clicked && hit()) {
        requestAnimationFrame(shown);
        return;
      }
      if (now >= next && document.body) {
        const point = bench.aim(0);
        if (point) entry ??= now;
        // Only what has been drawn, and stands still, is clicked: the same point in two frames.
        if (point && point.x === last?.x && point.y === last?.y) {
          next = now + 1000;
          globalThis.__benchTell(JSON.stringify(point));
        }
        last = point;
      }
      requestAnimationFrame(look);
    };
    look();
  };
}
