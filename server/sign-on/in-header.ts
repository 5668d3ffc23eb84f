/** An address as a header field may have it: registered ones may have other characters than ASCII. */
export const inHeader = (address: string): string =>
  address.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent)
