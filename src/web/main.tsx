import './jitless.ts'
import './theme.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BookProvider } from './book-provider.tsx'
import { keepProgram } from './new-version.ts'
import { openHere } from './opening.ts'
import { router } from './router.tsx'
import { Spoken } from './spoken.tsx'
import { loadTexts } from './texts.ts'

const root = document.getElementById('root')
if (root !== null) {
  // The book opens while the words are still on their way.
  void openHere()
  void loadTexts().then((texts) => {
    createRoot(root).render(
      <StrictMode>
        <CSPProvider disableStyleElements>
          <Spoken texts={texts}>
            <BookProvider>
              <RouterProvider router={router} />
            </BookProvider>
          </Spoken>
        </CSPProvider>
      </StrictMode>,
    )
    keepProgram()
  })
}
