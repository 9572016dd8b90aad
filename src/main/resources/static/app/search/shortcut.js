/** run() when somebody presses /, where nothing is being typed, or Ctrl+K (⌘K) anywhere. */
export function onShortcut(run) {
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]');
    const control = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (!slash && !control) return;
    event.preventDefault();
    run();
  });
}
