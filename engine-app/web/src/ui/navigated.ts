let first = true

/** True for the first page after loading: the browser's own focus is left alone there. */
export function firstPage() {
  const was = first
  first = false
  return was
}
