import { expect, test } from 'vitest'
import { diagram, isDiagram } from '../../scripts/docs/diagram.ts'
import { attributeValues, files } from './site.ts'

test('lines, crossings and arrows become strokes, the rest stays text', () => {
  const picture = String(diagram('one two\n  |\n  +--> loginWithPassword --> MFA_AUTH\n'))
  expect(picture).toContain('>one two</text>')
  // Down from under the text to the crossing, from there to the arrow.
  expect(picture).toContain('M20 19V38')
  expect(picture).toContain('M20 38V47.5')
  expect(picture).toContain('M20 47.5H44')
  expect(picture.match(/class="arrow"/g)).toHaveLength(2)
  expect(picture).toContain('<tspan class="operation">loginWithPassword</tspan>')
  expect(picture).toContain('<tspan class="state">MFA_AUTH</tspan>')
})

test('a hyphen in a word and markup stay what they are', () => {
  const picture = String(diagram('log-in <b>\n+-- x-y'))
  expect(picture).toContain('log-in &lt;b&gt;')
  expect(picture).toContain('>x-y</text>')
})

test('addresses and headers are no diagrams', () => {
  expect(isDiagram('http://localhost:4010/a-b?x=1+2\nX-client-id: c')).toBe(false)
  expect(isDiagram('a --> b')).toBe(true)
})

test.each(['zh', 'en'])('the %s diagram of login states leads to the operations', (language) => {
  const markup = files.get(`${language}/guides/oneaccess/login-states.html`) ?? ''
  const [, picture = ''] = /<figure class="diagram">(.*?)<\/figure>/s.exec(markup) ?? []
  const targets = attributeValues(picture, 'href').map((address) => /(\w+)\.html$/.exec(address)?.[1])
  expect(targets).toEqual(expect.arrayContaining(['loginWithPassword', 'skipPasswordChange', 'verifySmsSecondFactor']))
})
