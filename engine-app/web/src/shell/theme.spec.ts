import { expect, it, vi } from 'vitest'

it('more contrast is given to whose system asks for it, unless they chose otherwise', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  const { setTheme } = await import('./theme')

  expect(document.documentElement.dataset.theme).toBe('contrast')
  setTheme('light')
  expect(document.documentElement.dataset.theme).toBe('light')
  vi.unstubAllGlobals()
})
