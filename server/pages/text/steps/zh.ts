import { html } from '../../html.ts'
import type { DeniedTexts, StepTexts } from './en.ts'

/** What is asked between the first proof and the session, in Chinese. */
export const steps: StepTexts = {
  secondFactorTitle: '二次认证',
  secondFactor: (number) => html`本次登录需要二次认证。验证码将发送到您的手机号 ${number}。`,
  secondFactorFor: (number, client) => html`${client} 要求二次认证。验证码将发送到您的手机号 ${number}。`,
  sent: (number) => html`验证码已发送到 ${number}，10 分钟内有效。`,
  submit: '继续',
  expiredTitle: '设置新密码',
  expired: '您的密码已过期或必须修改，请设置新密码后继续。设置后，其他各处的登录将全部退出。',
  warnTitle: '密码即将过期',
  warn: '您可以现在设置新密码，也可以以后再改。设置后，其他各处的登录将全部退出。',
  save: '保存并继续',
  later: '暂不修改',
}

export const denied: DeniedTexts = {
  title: '无权访问',
  theApplication: '该应用',
  reasons: {
    not_admitted: (client) =>
      html`${client} 仅允许拥有应用帐号的用户访问，而此帐号没有。请联系应用管理员，或改用其他帐号。`,
    no_phone: (client) =>
      html`${client} 需要向您的手机发送验证码，而此帐号没有手机号。请先在帐号中心添加手机号，或联系管理员。`,
  },
}
