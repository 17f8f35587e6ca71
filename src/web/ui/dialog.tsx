import { lazy, type ReactNode, type RefObject, Suspense } from 'react'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** The title is read out but not drawn, where the content speaks for itself. */
  quietTitle?: boolean
  description?: ReactNode
  /** Where the dialog stands on the desktop; on the phone it always rises from the bottom. */
  at?: 'middle' | 'top'
  wide?: boolean
  focus?: RefObject<HTMLElement | null>
  children: ReactNode
}

const BaseDialog = lazy(async () => ({ default: (await import('./base-dialog.tsx')).BaseDialog }))

/** Something that asks for an answer before the page goes on: a box on the desktop, a sheet on the phone. */
export const Dialog = (props: DialogProps) => (
  <Suspense fallback={null}>
    <BaseDialog {...props} />
  </Suspense>
)
