import type { Receipt } from './api'
import { keepFor } from '@/ui/kept'

const kept = (no: string) => keepFor<Receipt>(`receipt.${no}`)

/** The receipt just given, so that it can be shown and printed again in this window. */
export const rememberReceipt = (receipt: Receipt) => kept(receipt.applicationNo).write(receipt)
export const rememberedReceipt = (no: string) => kept(no).read()
