// Runs before the first paint, so that a dark room stays dark: address first, then the reader's choice, then the system.
(() => {
  const asked = new URLSearchParams(location.search).get('theme');
  let kept = null;
  try {
    kept = localStorage.getItem('citygis.theme');
  } catch {
    kept = null;
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = [asked, kept].find((it) => it === 'dark' || it === 'light') ?? system;
})();
