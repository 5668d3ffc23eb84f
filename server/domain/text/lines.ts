/** Controls, ends of lines, halves of characters and code points that are none: nobody means to write them on a line. */
const unwritable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u

/**
 * Where something invisible belongs to what is seen, in this order: joiners in emoji, joiners in scripts that join letters,
 * the choice between text and picture, keycaps, variants of Han and Mongolian characters, the tags of flags.
 */
const belonging = new RegExp(
  [
    String.raw`(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})`,
    String.raw`(?<=\p{M}|\p{Script=Arabic})[\u200C\u200D]`,
    String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
    String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
    String.raw`(?<=\p{Script=Han})(?:[\uFE00-\uFE02]|[\u{E0100}-\u{E01EF}])`,
    String.raw`(?<=\p{Script=Mongolian})[\u180B-\u180F]`,
    String.raw`(?<=\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0020}-\u{E007F}]`,
  ].join('|'),
  'gu',
)
const invisible = /\p{Default_Ignorable_Code_Point}/u
/** U+2800 is a braille cell without dots. */
const visible = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{M}\p{C}\u2800]/u

/** Whether a text, of as many lines as it likes, is made of whole characters: of halves there is no UTF-8 (RFC 8259 section 8.2). */
export function isText(text: string): boolean {
  return text.isWellFormed()
}

/** Whether a text can stand on one line. */
export function isLine(text: string): boolean {
  return !unwritable.test(text)
}

/**
 * Whether a text can be somebody's name: on one line, with something to see, and nothing unseen in it that makes it another
 * name which looks the same.
 */
export function isName(text: string): boolean {
  return isLine(text) && visible.test(text) && !invisible.test(text.replace(belonging, ''))
}
