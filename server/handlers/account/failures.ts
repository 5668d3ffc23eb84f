import { DomainError } from '../../errors/domain-error.ts'

/** The authorization a page belongs to is over, or began in another browser. */
export function interactionExpired(): DomainError {
  return new DomainError('invalid_request', {
    description: 'the authorization request is over or began in another browser',
    message: {
      zh: '此次授权请求已结束，或不是在本浏览器中发起。请返回应用后重试。',
      en: 'This sign-in is over, or it began in another browser. Go back to the application and try again.',
    },
  })
}

/** A form came without the token of its page. */
export function formExpired(): DomainError {
  return new DomainError('forbidden', {
    description: 'the request verification token is missing or belongs to another browser',
    message: { zh: '页面已过期，请返回后重试。', en: 'The page has expired. Go back and try again.' },
  })
}

/** A page asks who is signed in whose origin no application has registered. */
export function listenerNotRegistered(): DomainError {
  return new DomainError('invalid_request', {
    description: 'the origin of returnUrl is not registered as a listener',
    message: { zh: 'returnUrl 的来源未登记为监听页面。', en: 'The origin of returnUrl is not a registered listener.' },
  })
}
