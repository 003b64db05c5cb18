import { chosen } from '@/ui/chosen'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

/** Who asks their system for more contrast gets it here, unless they chose otherwise. */
const more = window.matchMedia?.('(prefers-contrast: more)')
const shown = (now: Theme) => (now === 'system' ? (more?.matches ? 'contrast' : '') : now)

/** 外观: what tokens.css makes of `data-theme`; without it the system says whether light or dark. */
export const { look: theme, choose: setTheme } = chosen<Theme>('theme', THEMES, now => {
  const attribute = shown(now)
  if (attribute) document.documentElement.dataset.theme = attribute
  else delete document.documentElement.dataset.theme
})
more?.addEventListener?.('change', () => setTheme(theme.value))
