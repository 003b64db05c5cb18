export type Requirements = Record<string, string[]>

/** Choosing an item brings what it builds on; leaving one out takes along what builds on it. Tells what changed besides. */
export function chosenAfter(chosen: string[], item: string, on: boolean, requires: Requirements) {
  const moved = on ? reach(item, each => requires[each] ?? []) : reach(item, each => Object.keys(requires).filter(other => requires[other].includes(each)))
  const next = on ? [...new Set([...chosen, ...moved])] : chosen.filter(each => !moved.includes(each))
  return { chosen: next, besides: moved.filter(each => each !== item && chosen.includes(each) !== on) }
}

function reach(from: string, on: (item: string) => string[], seen: string[] = []): string[] {
  if (seen.includes(from)) return seen
  return on(from).reduce((found, next) => reach(next, on, found), [...seen, from])
}
