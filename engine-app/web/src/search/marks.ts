/** A piece of text, met by the search or not. */
export interface Piece { text: string, met: boolean }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The pieces of a highlight, as texts: nothing of it ever becomes markup of the page. */
export function pieces(highlight: string): Piece[] {
  let met = false
  return highlight.split(/(<\/?em>)/).flatMap(part => {
    if (part === '<em>' || part === '</em>') {
      met = part === '<em>'
      return []
    }
    return part ? [{ text: decoded(part), met }] : []
  })
}

const decoded = (text: string) => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) =>
  hex ? String.fromCodePoint(parseInt(hex, 16)) : number ? String.fromCodePoint(Number(number)) : ENTITIES[name] ?? whole)
