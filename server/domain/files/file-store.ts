/** Where files are kept: a folder, or a bucket. A connector is one. */
export interface FileStore {
  /** Writes a file; one that is there under that key is written over. @throws Failure files_away */
  put(key: string, content: Uint8Array, mediaType: string): Promise<void>
  /** The content of a file; undefined when there is none. @throws Failure files_away */
  read(key: string): Promise<Uint8Array | undefined>
  /** The same from a file of this machine, however large. */
  putFile(key: string, path: string, mediaType: string): Promise<void>
  /** The content of a file, however large, a part at a time. It is opened when it is read; one that is not there is an error then. */
  stream(key: string): AsyncIterable<Uint8Array>
  /** Removes a file; one that is not there is removed already. */
  remove(key: string): Promise<void>
}
