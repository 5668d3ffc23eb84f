/** How long an export waits for its approval, for its file to be made, and to be fetched, in seconds each. */
export const lifetime = 7 * 24 * 60 * 60
/** How many exports of one person can be under way or fetched at a time. */
export const mostOpen = 100
/** How often an export is fetched, as the contract has room for in its history. */
export const mostDownloads = 200
/** How often the making of a file is begun before it is given up. */
export const mostAttempts = 3
