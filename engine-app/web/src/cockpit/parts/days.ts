const china = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** 2026-03-02 in Chinese time. */
export const today = (now = new Date()) => china.format(now)
export const monthStart = (now = new Date()) => `${today(now).slice(0, 7)}-01`
