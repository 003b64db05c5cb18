const GOOD = new Set(['SENT', 'APPLIED'])
const BAD = new Set(['REFUSED', 'UNCERTAIN'])

/** How a message between us and a department stands, as a tone; the words stand beside it. */
export const toneOf = (state: string) => (GOOD.has(state) ? 'good' : BAD.has(state) ? 'bad' : 'warn')
