/** For the handle of a page that asks for a signature: NCALayer listens on the reader's own computer. */
export const NCALAYER = { script: '/ncalayer.js', connect: 'wss://127.0.0.1:13579' }
