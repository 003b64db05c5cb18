import type { Told } from './api'

/** 承办人（何建国、黄蓉芝）; a name alone where nothing is to be added. */
export const inWords = (told: Told) => (told.detail ? `${told.label}（${told.detail}）` : told.label)
export const allInWords = (told: Told[]) => told.map(inWords).join('；')
