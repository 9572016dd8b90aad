/** A list of listeners: on(fn) answers a function that removes it; emit calls all, and one that fails stops no other. */
export function signal() {
  const listeners = new Set();
  return {
    on(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    emit(...values) {
      for (const fn of [...listeners]) {
        try {
          fn(...values);
        } catch (failure) {
          console.error(failure);
        }
      }
    },
  };
}

/** fn, called once things have been quiet for ms; cancel() forgets a call that waits. */
export function quietly(fn, ms) {
  let timer = 0;
  const later = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), ms);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** fn, called at most once per frame. */
export function perFrame(fn) {
  let asked = 0;
  return () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      fn();
    });
  };
}
