// Runs before the first paint, so that a chosen theme never flashes the other one.
;(() => {
  try {
    const chosen = localStorage.getItem('kith.theme')
    if (chosen !== 'light' && chosen !== 'dark') return
    document.documentElement.dataset.theme = chosen
    for (const bar of document.querySelectorAll('meta[name="theme-color"]')) bar.media = bar.dataset.look === chosen ? 'all' : 'not all'
  } catch {
    // Storage may be switched off; the system's theme holds then.
  }
})()
