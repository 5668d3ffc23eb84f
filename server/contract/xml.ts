/** A document of XML: an object of a class of its own, so that no plain text is sent as markup. */
export class Xml {
  readonly text: string
  readonly mediaType: string

  constructor(text: string, mediaType = 'application/xml') {
    this.text = text
    this.mediaType = mediaType
  }
}
