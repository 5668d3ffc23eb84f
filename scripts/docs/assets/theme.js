// Before anything is drawn: the colours that the reader has chosen, if not those of the system.
try {
  const theme = localStorage.getItem('theme')
  if (theme) document.documentElement.dataset.theme = theme
} catch {
  // Storage may be switched off.
}
