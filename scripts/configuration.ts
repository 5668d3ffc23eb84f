import { writeFile } from 'node:fs/promises'
import { type Setting, settings } from '../server/config/config.ts'

const TARGET = new URL('../docs/configuration.md', import.meta.url)

/** The text of `docs/configuration.md`, made from the table of settings. */
export function configurationPage(): string {
  const rows = Object.values(settings).map(
    ({ name, fallback, meaning }: Setting<unknown>) => `| \`${name}\` | ${cell(shown(fallback))} | ${cell(meaning)} |`,
  )
  return [
    '# Configuration',
    '',
    '<!-- Made by `node scripts/configuration.ts` from `server/config/`. Change it there. -->',
    '',
    'OpenAccount is configured by environment variables. A value that cannot be used stops the start with one line that names',
    'the variable. An empty variable counts as not set.',
    '',
    '| Variable | Default | Meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** Values are shown as code, descriptions of a default as text. */
function shown(fallback: string): string {
  return fallback.includes(' ') ? fallback : `\`${fallback}\``
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

if (import.meta.main) {
  await writeFile(TARGET, configurationPage())
}
