import { closedPage, closePage } from '../../pages/views/account-centre/close-page.ts'
import { dataPage } from '../../pages/views/account-centre/data-page.ts'
import { profilePage } from '../../pages/views/account-centre/profile-page.ts'
import { sessionsPage } from '../../pages/views/account-centre/sessions-page.ts'
import { signInsPage } from '../../pages/views/account-centre/sign-ins-page.ts'
import type { SignedIn } from '../../sign-on/visitors.ts'
import type { Handler } from '../types.ts'
import { accountForm, accountPage, actorOf, type Frame, type PageContext, proofOf } from './account-form.ts'
import { noticeOf } from './notices.ts'
import { nameIn } from './over.ts'
import { ownData } from './own-data.ts'

/** GET /usercenter/profile. */
export const showProfilePage: Handler<'showProfilePage'> = (context) =>
  accountPage(context, ({ user }, frame) =>
    profilePage({ ...frame, notice: noticeOf(context.query.notice), values: user, picture: user.profileImage }),
  )

/** POST /usercenter/profile: what is empty is removed. */
export const submitProfile: Handler<'submitProfile'> = (context) => {
  const { __RequestVerificationToken: _token, ...values } = context.body
  return accountForm(
    context,
    async (visitor) => {
      const edit = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() || null]))
      await context.deps.users.change(actorOf(context, visitor), visitor.user.id, edit)
      return { status: 303, headers: { Location: '/usercenter/profile?notice=saved' } } as const
    },
    ({ user }, frame) => profilePage({ ...frame, values, picture: user.profileImage }),
  )
}

/** POST /usercenter/profile/picture: what the file holds decides, not what it is called. */
export const submitProfilePicture: Handler<'submitProfilePicture'> = (context) =>
  accountForm(
    context,
    async (visitor) => {
      // The contract lets exactly one file in.
      const [{ content }] = context.files as [(typeof context.files)[number]]
      await context.deps.profileImages.replace(actorOf(context, visitor), visitor.user.id, content)
      return { status: 303, headers: { Location: '/usercenter/profile?notice=picture-saved' } } as const
    },
    ({ user }, frame) => profilePage({ ...frame, values: user, picture: user.profileImage }),
  )

/** GET /usercenter/sessions. */
export const showSessionsPage: Handler<'showSessionsPage'> = (context) =>
  accountPage(context, sessionsOf(context, context.query.notice))

/** POST /usercenter/sessions/end: ends one session, or all others. */
export const endUserSessions: Handler<'endUserSessions'> = (context) =>
  accountForm(
    context,
    async (visitor) => {
      await context.deps.ownSessions.end(actorOf(context, visitor), visitor, context.body.session)
      return { status: 303, headers: { Location: '/usercenter/sessions?notice=sessions-ended' } } as const
    },
    sessionsOf(context),
  )

/** GET /usercenter/signins. */
export const showSignInsPage: Handler<'showSignInsPage'> = (context) =>
  accountPage(context, async ({ user }, frame) => {
    const { before } = context.query
    const { entries, next } = await context.deps.ownSessions.history(user.id, before)
    const shown = entries.map(({ name, nameZh, ...entry }) => ({
      ...entry,
      application: name === null ? undefined : nameIn(frame.locale, { name, nameZh }),
    }))
    return signInsPage({ ...frame, entries: shown, next, isFirst: before === undefined })
  })

/** GET /usercenter/data. */
export const showOwnDataPage: Handler<'showOwnDataPage'> = (context) =>
  accountPage(context, async (visitor, frame) => dataPage({ ...frame, proof: await proofOf(context, visitor) }))

/** POST /usercenter/data: a file with everything that is kept about the person. */
export const getOwnData: Handler<'getOwnData'> = (context) =>
  accountForm(
    context,
    async (visitor) => {
      await context.deps.proofs.demand(visitor, context.body.password, context.request.ip)
      const data = await context.deps.ownData(actorOf(context, visitor), visitor.user.id)
      const headers = { 'Content-Disposition': 'attachment; filename="account.json"' }
      return { status: 200, headers, body: ownData(data) } as const
    },
    async (visitor, frame) => dataPage({ ...frame, proof: await proofOf(context, visitor) }),
  )

/** GET /usercenter/close. */
export const showCloseAccountPage: Handler<'showCloseAccountPage'> = (context) =>
  accountPage(context, async (visitor, frame) => {
    const { graceDays } = context.deps.closures
    return closePage({ ...frame, graceDays, proof: await proofOf(context, visitor) })
  })

/** POST /usercenter/close. */
export const submitAccountClosure: Handler<'submitAccountClosure'> = (context) =>
  accountForm(
    context,
    async (visitor) => {
      const { proofs, closures } = context.deps
      await proofs.demand(visitor, context.body.password, context.request.ip)
      const closesAt = await closures.close(actorOf(context, visitor), visitor.user.id)
      return { status: 200, body: closedPage({ locale: context.request.locale, closesAt }) } as const
    },
    async (visitor, frame) => {
      const { graceDays } = context.deps.closures
      return closePage({ ...frame, graceDays, proof: await proofOf(context, visitor) })
    },
  )

/** Draws the page with a person's sessions. */
function sessionsOf({ deps }: PageContext, notice?: string) {
  return async ({ user, uid }: SignedIn, frame: Frame) => {
    const sessions = (await deps.ownSessions.list(user.id)).map(({ applications, ...session }) => ({
      ...session,
      applications: applications.map((application) => nameIn(frame.locale, application)),
    }))
    return sessionsPage({ ...frame, notice: noticeOf(notice), current: uid, sessions })
  }
}
