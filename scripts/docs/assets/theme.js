// Before anything is drawn: that scripts run, so that the menu of a small screen is closed from the beginning, and the colours that
// the reader has chosen, if not those of the system.
document.documentElement.dataset.scripts = ''
try {
  const theme = localStorage.getItem('theme')
  if (theme) document.documentElement.dataset.theme = theme
} catch {
  // Storage may be switched off.
}
