import { computed, ref } from 'vue'

/** By which column a table is sorted, and which way; the same column again turns it round. */
export function useSort<Column extends string>(first: Column) {
  const by = ref(first) as { value: Column }
  const backwards = ref(false)
  function sort(column: Column) {
    backwards.value = by.value === column && !backwards.value
    by.value = column
  }
  /** For `aria-sort`: names rise, figures fall, unless turned round. */
  const state = computed(() => (column: Column, rises: boolean) => (by.value !== column ? undefined : rises === backwards.value ? 'descending' : 'ascending'))
  return { by, backwards, sort, state }
}
