/** The address of a profile without what was appended to follow its readers; empty where there is none. */
export function profile(url: string): string {
  const bare = /linkedin\.com\//i.test(url) ? url.replace(/[?#].*$/, '') : url
  return bare === '' || /^https?:\/\//i.test(bare) ? bare : `https://${bare}`
}

/** The same address in every way of writing it. */
export const profileMark = (url: string): string =>
  url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[?#].*$/, '')
    .replace(/^(www|[a-z]{2})\.(?=linkedin\.)/, '')
    .replace(/\/+$/, '')
