import type { Handler } from '../types.ts'
import { answer, answerPage, sliceOf } from './answers.ts'
import { departmentChain, managedUser } from './shapes.ts'

/** GET /api/v1.0/manage/users (api-44270626): the newest first. */
export const listUsers: Handler<'listUsers'> = async ({ query, deps }) =>
  answerPage(query, await deps.managedUsers.list(query, sliceOf(query)), managedUser)

/** GET /api/v1.0/manage/users/search (api-74825898): the newest first. */
export const searchUsers: Handler<'searchUsers'> = async ({ query, deps }) =>
  answerPage(query, await deps.managedUsers.list(query, sliceOf(query)), managedUser)

/** GET /api/v1.0/manage/users/departmentChain (api-74874601). */
export const getDepartmentChain: Handler<'getDepartmentChain'> = async ({ query, deps }) =>
  answer((await deps.departmentChains.of(query.guid)).map(departmentChain))
