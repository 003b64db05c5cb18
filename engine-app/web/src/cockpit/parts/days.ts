const china = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** 2026-03-02 in Chinese time. */
export const today = (now = new Date()) => china.format(now)
export const monthStart = (now = new Date()) => `${today(now).slice(0, 7)}-01`
/** So many days before that day. */
export const daysBefore = (count: number, now = new Date()) => today(new Date(now.getTime() - count * 86_400_000))
