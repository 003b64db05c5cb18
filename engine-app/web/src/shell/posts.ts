import { say } from '@/i18n'
import type { Post } from '@/session'

/** 长沙市卫生健康委员会 */
export const placeOf = (post: Post) => post.regionName + (post.departmentName ?? '')

/** What somebody does there: the post's own name, otherwise its roles. */
export const dutyOf = (post: Post) => post.title || post.roles.map(role => say(`shell.roles.${role}`)).join('、')
