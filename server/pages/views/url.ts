/**
 * An address that may stand in `href` or `action`: a path on this server or an absolute http(s) address.
 * Anything else (`javascript:`, `data:`, `//host`, control characters) becomes `/`: escaping alone does not disarm a scheme.
 * Whether a foreign address is allowed at all is decided before a page is rendered, not here.
 */
export function safeUrl(url: string): string {
  if (/^\/(?![/\\])/.test(url) && !hasControlCharacter(url)) return url
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.href : '/'
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) if (character <= '\u001f' || character === '\u007f') return true
  return false
}
