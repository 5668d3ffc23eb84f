// Loaded by `npm start` before the server (node --import), so that Node keeps what it compiles of it for the next start. Plain
// JavaScript: before this has run, nothing is kept of stripping types either.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Not Node's own choice, a folder for temporary files: what is kept there runs, and here only those can put something who may
// change the code as well. Where the folder cannot be made, Node goes without.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node-compile', import.meta.url)))
