import type { Message, MessageLocale, MessagePurpose } from './message.ts'

/** The words of a message; the subject is for mails. */
export interface MessageText {
  readonly subject: string
  readonly text: string
}

/** Minutes that a code is good for. */
export const codeMinutes = 10

const zh: Record<MessagePurpose, (message: Message) => MessageText> = {
  verify_identity: ({ code }) => codeZh(code, '验证身份'),
  change_phone: ({ code }) => codeZh(code, '更换手机号'),
  change_email: ({ code }) => codeZh(code, '更换邮箱'),
  register: ({ code }) => codeZh(code, '注册帐号'),
  reset_password: ({ code }) => codeZh(code, '重设密码'),
  sign_in: ({ code }) => codeZh(code, '登录'),
  bind_phone: ({ code }) => codeZh(code, '绑定手机号'),
  second_factor: ({ code }) => codeZh(code, '二次认证'),
  password_changed: () => noticeZh('密码已更改', '您的帐号密码刚刚已更改。'),
  phone_changed: () => noticeZh('手机号已更改', '您的帐号手机号刚刚已更改。'),
  email_changed: () => noticeZh('邮箱已更改', '您的帐号邮箱刚刚已更改。'),
  login_added: () => noticeZh('已绑定第三方登录', '您的帐号刚刚绑定了第三方登录。'),
  login_removed: () => noticeZh('第三方登录已解绑', '管理员刚刚解绑了您帐号的第三方登录。'),
  new_sign_in: ({ address }) => noticeZh('新的登录', `您的帐号刚刚从新的网络登录${address ? `（${address}）` : ''}。`),
  export_ready: ({ link = '' }) => ({
    subject: '用户数据导出文件',
    text: `您申请的用户数据已可下载，请登录后打开：${link} 仅您本人可打开，文件到期后自动删除。请勿转发数据。`,
  }),
  account_exists: () => ({
    subject: '您已有帐号',
    text: '有人用此联系方式申请注册帐号，但它已属于您的帐号。如是您本人，请直接登录或找回密码；否则无需理会。',
  }),
}

const en: typeof zh = {
  verify_identity: ({ code }) => codeEn(code, 'confirm that it is you'),
  change_phone: ({ code }) => codeEn(code, 'change your phone number'),
  change_email: ({ code }) => codeEn(code, 'change your email address'),
  register: ({ code }) => codeEn(code, 'create your account'),
  reset_password: ({ code }) => codeEn(code, 'set a new password'),
  sign_in: ({ code }) => codeEn(code, 'sign in'),
  bind_phone: ({ code }) => codeEn(code, 'bind your phone number'),
  second_factor: ({ code }) => codeEn(code, 'finish signing in'),
  password_changed: () => noticeEn('Your password was changed', 'The password of your account was changed just now.'),
  phone_changed: () =>
    noticeEn('Your phone number was changed', 'The phone number of your account was changed just now.'),
  email_changed: () =>
    noticeEn('Your email address was changed', 'The email address of your account was changed just now.'),
  login_added: () =>
    noticeEn('A third-party login was linked', 'A third-party login was linked to your account just now.'),
  login_removed: () =>
    noticeEn('A third-party login was removed', 'An administrator took a third-party login off your account just now.'),
  new_sign_in: ({ address }) =>
    noticeEn(
      'A new sign-in',
      `Your account was signed in to from a new network just now${address ? ` (${address})` : ''}.`,
    ),
  export_ready: ({ link = '' }) => ({
    subject: 'Your export of user data',
    text: `The user data that you asked for is ready. Sign in and open ${link} – nobody else can. The file is deleted when its time is up. Do not pass the data on.`,
  }),
  account_exists: () => ({
    subject: 'You have an account already',
    text: 'Somebody asked to create an account with this contact, which belongs to your account already. If it was you, sign in or set a new password; otherwise there is nothing to do.',
  }),
}

const texts: Record<MessageLocale, typeof zh> = { zh, en }

/** The words of a message in its language. */
export function textOf(message: Message): MessageText {
  return texts[message.locale][message.purpose](message)
}

function codeZh(code = '', purpose: string): MessageText {
  return {
    subject: '您的验证码',
    text: `验证码 ${code}，用于${purpose}，${codeMinutes} 分钟内有效。请勿告诉任何人；如非本人操作，请忽略。`,
  }
}

function codeEn(code = '', purpose: string): MessageText {
  return {
    subject: 'Your verification code',
    text: `${code} is your code to ${purpose}. It is good for ${codeMinutes} minutes. Tell it to nobody; if you did not ask for it, ignore it.`,
  }
}

function noticeZh(subject: string, what: string): MessageText {
  return { subject, text: `${what}如非本人操作，请立即重设密码并联系管理员。` }
}

function noticeEn(subject: string, what: string): MessageText {
  return { subject, text: `${what} If it was not you, set a new password at once and tell your administrator.` }
}
