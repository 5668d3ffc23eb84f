import type { components, operations, Writable } from '../../../generated/oneaccess.ts'
import type { MadeExternalLogin } from '../../domain/external-logins/external-logins.ts'
import { shortPhone } from '../../domain/text/phones.ts'
import type { NewUser } from '../../domain/users/draft.ts'
import type { UserEdit } from '../../domain/users/edit.ts'
import type { User } from '../../domain/users/users.ts'
import { time } from './shapes.ts'

type Schemas = components['schemas']
type Registration = Writable<NonNullable<operations['registerByMobile']['requestBody']>['content']['application/json']>
type Update = Writable<Schemas['ProfileUpdate']>

/** What both the registration (S3) and the change (S23) take beside. */
type Attributes = Pick<Update, 'attr_gender' | 'attr_nick_name' | 'head_img'>

/** Kept together under their documented names; `unknow` is how one page spells it (section 10). */
function attributes({ attr_gender: gender, attr_nick_name, head_img }: Attributes) {
  return {
    ...(gender !== undefined && { attr_gender: gender === 'unknow' ? 'unknown' : gender }),
    ...(attr_nick_name !== undefined && { attr_nick_name }),
    ...(head_img !== undefined && { head_img }),
  }
}

/** Who registers, in the words of the core; number and code are proved apart from it. */
export function newPerson(fields: Omit<Registration, 'mobile' | 'verify_code'>): NewUser {
  return {
    userName: fields.user_name || undefined,
    displayName: fields.name,
    email: fields.email,
    password: fields.pwd || undefined,
    firstName: fields.first_name,
    middleName: fields.middle_name,
    lastName: fields.last_name,
    dateOfBirth: fields.attr_birthday,
    attributes: attributes(fields),
    extension: fields.extension,
  }
}

/** What somebody changes of themselves; number, address and password are ignored, and an empty text is none. */
export function personEdit(fields: Update): UserEdit {
  const given = (text: string | undefined) => (text === undefined ? undefined : text || null)
  return {
    userName: fields.user_name,
    displayName: given(fields.name),
    firstName: given(fields.first_name),
    middleName: given(fields.middle_name),
    lastName: given(fields.last_name),
    dateOfBirth: given(fields.attr_birthday),
    attributes: attributes(fields),
    extension: fields.extension,
  }
}

/** A person as the app of theirs shows one (S22). */
export function profile(user: User): Schemas['Profile'] {
  const { userName, displayName, profileImage, email, dateOfBirth, firstName, middleName, lastName } = user
  const text = (name: string) => {
    const value = user.attributes[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const gender = text('attr_gender')
  return {
    user_name: userName,
    name: displayName ?? userName,
    head_img: text('head_img') ?? profileImage,
    email,
    mobile: shortPhone(user),
    attr_gender: gender === 'male' || gender === 'female' ? gender : 'unknown',
    attr_birthday: dateOfBirth,
    attr_nick_name: text('attr_nick_name'),
    first_name: firstName,
    middle_name: middleName,
    last_name: lastName,
    extension: Object.keys(user.extension).length > 0 ? JSON.stringify(user.extension) : null,
  }
}

/** What the vendor calls the platforms. */
const socialTypes = new Map<string, Schemas['SocialResult']['socialType']>([
  ['WeChat', 'weixin'],
  ['WeCom', 'wechat_work'],
  ['Alipay', 'alipay'],
  ['QQ', 'qq'],
  ['Weibo', 'weibo'],
])

/** A login at a platform as its person's app shows it; undefined for one of a platform that the page does not name. */
export function socialAccount(login: MadeExternalLogin): Schemas['SocialResult'] | undefined {
  const socialType = socialTypes.get(login.provider)
  const uid = login.appOpenId ?? login.externalId
  if (!socialType || uid === null) return undefined
  const madeAt = time(login.createdAt)
  return {
    id: login.id,
    userId: login.userId,
    socialType,
    social_uid: uid.slice(0, 128),
    socialNickname: login.displayName,
    socialHeadImage: null,
    socialAccountDetails: null,
    createdAt: madeAt,
    updatedAt: madeAt,
  }
}
