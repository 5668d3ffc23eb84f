import type { components } from '../../../generated/account.ts'
import type { ExportDownload, UserExport } from '../../domain/exports/exports.ts'

type Schemas = components['schemas']

/** A condition that was not given is null or empty, as the page shows it. */
const noConditions: Schemas['ExportFilter'] = {
  hasEmail: null,
  hasPhone: null,
  userGuid: [],
  client: [],
  userName: [],
  email: [],
  phone: [],
  external: [],
  accountState: [],
  createBefore: null,
  createAfter: null,
  lastLoginBefore: null,
  lastLoginAfter: null,
}

/** An application for an export. */
export function exportApplication(application: UserExport): Schemas['ExportApplication'] {
  const { id, state, format, reason, filter, creator, downloads, createdAt, updatedAt } = application
  return {
    guid: id,
    downloadNum: downloads.length,
    state,
    format,
    reason,
    creator: { displayName: creator.displayName, email: creator.email, guid: creator.id, phone: creator.phone },
    filter: { ...noConditions, ...filter },
    createTime: createdAt.toISOString(),
    updateTime: updatedAt.toISOString(),
    history: downloads.map(exportDownload),
  }
}

/** One fetching of an export. */
export function exportDownload(download: ExportDownload): Schemas['DownloadRecord'] {
  const { createdAt, displayName, email, result, reason } = download
  return { downloadTime: createdAt.toISOString(), userDisplayName: displayName, email, result, reason }
}
