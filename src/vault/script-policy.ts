import { trustedScript } from '../kernel/trusted-script.ts'

/** A script address that the page accepts for workers; the page's one policy is made in the kernel. */
export const scriptUrl = (url: string): string => trustedScript(url)
