import { computed, nextTick, onBeforeUnmount, onMounted, ref, watch, type ComponentPublicInstance, type Ref } from 'vue'
import { defaultRangeExtractor, observeElementRect, useVirtualizer } from '@tanstack/vue-virtual'
import { PAGE_SIZE } from '../api'
import type { TaskListing } from '../useTaskList'
import { pageOf } from './useRows'

const ROW = 96
const MORE = 6

/** The line of this task, if it stands in the page. */
export const lineOf = (id: string, within: ParentNode | null = document) => [...(within?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].find(line => line.dataset.id === id)

/** Which rows stand in the page. A quiet reload leaves the row under the pointer (or in focus, or on top) where it is. */
export function useVirtualRows(listing: TaskListing, scroller: Readonly<Ref<HTMLElement | null>>) {
  const { rows, chosen, sight, filter, columns } = listing
  const focused = ref(-1)
  /** Empty space above the first row, for as long as the pointer keeps a row from moving up. */
  const lift = ref(0)
  let pointed: string | undefined

  /** Which task stands where; another function whenever the pages are others, so that a row goes with its task. */
  const keys = computed(() => {
    const { value: pages } = rows.pages
    return (index: number) => pages.get(pageOf(index))?.[index % PAGE_SIZE]?.id ?? `gap-${index}`
  })
  const virtual = useVirtualizer<HTMLElement, HTMLElement>(computed(() => ({
    count: rows.total.value ?? 0,
    getScrollElement: () => scroller.value,
    estimateSize: () => ROW,
    overscan: MORE,
    paddingStart: lift.value,
    getItemKey: keys.value,
    measureElement: element => element.offsetHeight || ROW,
    // A list that is not shown (a phone shows list or task) still has its first window of rows.
    initialRect: { width: 320, height: window.innerHeight },
    observeElementRect: (instance, tell) => observeElementRect(instance, rect => tell(rect.height ? rect : { width: rect.width, height: window.innerHeight })),
    rangeExtractor: range => {
      const shown = defaultRangeExtractor(range)
      return focused.value < 0 || focused.value >= range.count || shown.includes(focused.value) ? shown : [...shown, focused.value].sort((one, other) => one - other)
    },
  })))
  const items = computed(() => virtual.value.getVirtualItems())

  watch(items, now => {
    if (!now.length) return
    const inSight = now.filter(({ index }) => index !== focused.value)
    const [first, last] = [(inSight[0] ?? now[0]).index, (inSight.at(-1) ?? now[0]).index]
    sight.value = [first, last]
    for (let page = pageOf(first); page <= pageOf(last); page++) void rows.need(page)
  }, { immediate: true })

  watch(chosen, async id => {
    await nextTick()
    const index = rows.indexOf(id)
    if (index >= 0) virtual.value.scrollToIndex(index, { align: 'auto' })
  })
  watch(() => JSON.stringify([filter.value, columns.value]), () => {
    lift.value = 0
    virtual.value.measure()
    virtual.value.scrollToOffset(0)
  })

  const topOf = (element: HTMLElement) => element.getBoundingClientRect().top - scroller.value!.getBoundingClientRect().top
  /** The row that must not move, and how far below the upper edge it stands. */
  function anchor() {
    if (!scroller.value) return undefined
    const focus = document.activeElement?.closest<HTMLElement>('[data-id]')
    const id = pointed ?? (focus && scroller.value.contains(focus) ? focus.dataset.id : undefined)
    const onTop = scroller.value.scrollTop > 0 ? [...scroller.value.querySelectorAll<HTMLElement>('[data-id]')].find(row => topOf(row) + row.offsetHeight > 0) : undefined
    const element = id ? lineOf(id, scroller.value) : onTop
    return element?.dataset.id ? { id: element.dataset.id, top: topOf(element) } : undefined
  }
  watch(rows.pages, async () => {
    const kept = anchor()
    await nextTick()
    const index = kept ? rows.indexOf(kept.id) : -1
    const item = virtual.value.measurementsCache[index]
    if (!kept || !item) return
    const offset = item.start - kept.top
    if (Math.abs(offset - scroller.value!.scrollTop) < 1) return
    if (offset < 0) {
      lift.value -= offset
      await nextTick()
    }
    scroller.value!.scrollTop = Math.max(0, offset)
  }, { flush: 'sync' })

  const at = (event: Event) => (event.target as HTMLElement).closest<HTMLElement>('[data-id]')
  const inFocus = (event: FocusEvent) => { focused.value = Number(at(event)?.dataset.index ?? -1) }
  const outOfFocus = () => { focused.value = -1 }
  onMounted(() => {
    scroller.value?.addEventListener('focusin', inFocus)
    scroller.value?.addEventListener('focusout', outOfFocus)
  })
  onBeforeUnmount(() => {
    scroller.value?.removeEventListener('focusin', inFocus)
    scroller.value?.removeEventListener('focusout', outOfFocus)
  })

  return {
    items,
    height: computed(() => virtual.value.getTotalSize()),
    measure: (element: Element | ComponentPublicInstance | null) => { if (element) virtual.value.measureElement(element as HTMLElement) },
    under: (event: PointerEvent) => { pointed = event.pointerType === 'touch' ? undefined : at(event)?.dataset.id },
    left: () => {
      pointed = undefined
      lift.value = 0
    },
  }
}
