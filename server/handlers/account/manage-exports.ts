import { Streamed } from '../../contract/stream.ts'
import { filePolicy } from '../../pages/content-policies.ts'
import type { Handler } from '../types.ts'
import { actorOf } from './account-form.ts'
import { answer, answerPage, sliceOf } from './answers.ts'
import { exportApplication, exportDownload } from './export-shapes.ts'
import { toSignIn } from './own-page.ts'

/** GET /api/v1.0/manage/users/export (api-44993795): mails the address of the file. */
export const getUserExport: Handler<'getUserExport'> = async ({ caller, query, deps }) => ({
  ...answer((await deps.userExports.fetch(caller, query.guid, query.reason)).map(exportDownload)),
  status: 201,
})

/** POST /api/v1.0/manage/users/export (api-44963008). */
export const applyUserExport: Handler<'applyUserExport'> = async ({ caller, body, deps }) => {
  const { reason, filter, format } = body
  return answer([exportApplication(await deps.userExports.apply(caller, { reason, filter, format }))])
}

/** DELETE /api/v1.0/manage/users/export (api-45003773). */
export const cancelUserExport: Handler<'cancelUserExport'> = async ({ caller, query, deps }) =>
  answer([exportApplication(await deps.userExports.cancel(caller, query.guid))])

/** GET /api/v1.0/manage/users/export/applications (api-52641453): the newest first. */
export const listExportApplications: Handler<'listExportApplications'> = async ({ caller, query, deps }) =>
  answerPage(query, await deps.userExports.list(caller, sliceOf(query)), exportApplication)

/** GET /api/v1.0/manage/users/export/downloads (api-52643370): the newest first. */
export const listExportDownloads: Handler<'listExportDownloads'> = async ({ caller, query, deps }) =>
  answerPage(query, await deps.userExports.downloads(caller, query.guid, sliceOf(query)), exportDownload)

/** GET /usercenter/exports/{guid}: the file, to whoever was mailed the address. */
export const getUserExportFile: Handler<'getUserExportFile'> = async (context) => {
  const { request, params, deps } = context
  const visitor = await deps.visitors.find(request.cookies)
  if (!visitor) return toSignIn(request.url)
  const file = await deps.exportDownloads.open(actorOf(context, visitor), visitor.user, params.guid)
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Length': file.size,
    'Content-Security-Policy': filePolicy,
  }
  return { status: 200, headers, body: new Streamed(file.mediaType, () => file.content) } as const
}
