// The entrance: goes to the language that was read last, else to the browser's; zh is the default.
{
  let language
  try {
    language = localStorage.getItem('language')
  } catch {
    // Storage may be switched off.
  }
  language ??= navigator.languages.some((name) => name.startsWith('zh')) ? 'zh' : navigator.language.slice(0, 2)
  location.replace(language === 'en' ? 'en/index.html' : 'zh/index.html')
}
