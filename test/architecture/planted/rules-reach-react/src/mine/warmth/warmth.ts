import { useMemo } from 'react'

export const warm = useMemo
