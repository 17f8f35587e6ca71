import { Button } from '../people/ui/button.tsx'

export const warm = Button
