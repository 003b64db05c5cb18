/** What is written on an element of a diagram: a colour, and badges that say the same in figures. */
export type Tint = 'none' | 'blue' | 'yellow' | 'red' | `heat-${1 | 2 | 3 | 4}` | 'added' | 'removed' | 'changed' | 'moved'
export interface Badge {
  text: string, title: string, place: 'before' | 'after' | 'below'
  tone: 'blue' | 'bad' | 'plain' | 'good' | 'warn' | 'bars'
  /** Parts of a bar, each from 0 to 1. */
  shares?: { tone: 'none' | 'blue' | 'yellow' | 'red', share: number }[]
}
export interface Mark { id: string, tint?: Tint, badges: Badge[] }
