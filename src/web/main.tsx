import './jitless.ts'
import './theme.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { I18nProvider } from '@lingui/react'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BookProvider } from './book-provider.tsx'
import { router } from './router.tsx'
import { loadTexts } from './texts.ts'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={loadTexts()}>
        <CSPProvider disableStyleElements>
          <BookProvider>
            <RouterProvider router={router} />
          </BookProvider>
        </CSPProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
