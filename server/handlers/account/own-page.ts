const userCenter = '/usercenter'

/** Pages that a sign-in may lead to when no application asked for it. */
const pages = [
  userCenter,
  ...['profile', 'security', 'sessions', 'signins', 'data', 'close'].map((page) => `${userCenter}/${page}`),
  ...['password', 'phone', 'email'].map((page) => `${userCenter}/security/${page}`),
]

/** The address of a file that was mailed. */
const exportFile = /^\/usercenter\/exports\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The page that a sign-in was begun from, if it is one of ours; nothing else is ever followed. */
export function ownPage(returnUrl: string | undefined): string | undefined {
  if (returnUrl !== undefined && exportFile.test(returnUrl)) return returnUrl
  return pages.find((page) => page === returnUrl)
}

/** Where a sign-in leads that no application asked for. */
export const pageAfterSignIn = (returnUrl: string | undefined): string => ownPage(returnUrl) ?? userCenter

/** Sends a browser to the sign-in page, and back here afterwards. */
export function toSignIn(url: string) {
  const page = ownPage(url.split('?')[0])
  const query = page && page !== userCenter ? `?${new URLSearchParams({ ReturnUrl: page })}` : ''
  return { status: 303, headers: { Location: `/Account/Login${query}` } } as const
}
