/** No page of 适老版 asks more than this. */
const AT_ONCE = 7

/** The questions of one page, in 适老版 in parts of at most seven; at least one part, be it empty. */
export function partsOf<T>(questions: T[], elder: boolean): T[][] {
  const size = elder ? AT_ONCE : Math.max(questions.length, 1)
  return Array.from({ length: Math.max(1, Math.ceil(questions.length / size)) }, (_, at) => questions.slice(at * size, (at + 1) * size))
}
