import { computed } from 'vue'
import { chosen } from './chosen'

const { look, choose } = chosen('elder', ['no', 'yes'], now => document.documentElement.toggleAttribute('data-elder', now === 'yes'))

/** 适老版: the same pages with larger type and targets, fewer questions at once and read aloud. */
export const elder = computed(() => look.value === 'yes')
export const setElder = (on: boolean) => choose(on ? 'yes' : 'no')
