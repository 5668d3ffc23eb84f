import type accountDocument from '../../../generated/account.json'
import { type Html, type HtmlValue, html } from '../html.ts'
import { accountCentre } from './account-centre/en.ts'
import { denied, steps } from './steps/en.ts'
import { waitInEnglish } from './wait.ts'

type SecuritySchemes = (typeof accountDocument)['components']['securitySchemes']
/** A scope of the contract. */
type Scope = keyof SecuritySchemes['oauth2']['flows']['authorizationCode']['scopes']

/**
 * English texts, and the measure of the other languages. A function takes what stands inside its sentence, as markup where
 * a name is emphasised.
 */
export const en = {
  layout: {
    /** Accessible name of the language switch. */
    languages: 'Language',
    /** Name of this language in itself. */
    ownName: 'English',
    home: 'OpenAccount home',
    footer: 'One account for every application',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Use your OpenAccount account.',
    leadTo: (client: Html) => html`Sign in to continue to ${client}.`,
    username: 'User name, phone or email',
    password: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    remember: 'Keep me signed in on this device',
    submit: 'Sign in',
    byCode: 'Sign in with a code instead',
    otherAccount: 'Use another account',
    /** Why a sign-in was refused. `invalid` covers an unknown user and a wrong password alike. */
    errors: {
      invalid: () => 'The account or the password is not right. Check both and try again.',
      limited: (seconds: number | undefined) =>
        seconds === undefined
          ? 'Too many attempts. Try again later.'
          : `Too many attempts. Try again in ${waitInEnglish(seconds)}.`,
      disabled: () => 'This account is disabled. Ask your administrator to restore it.',
      form_expired: () => 'This page was open for too long. It is a fresh one now: sign in again.',
      cookies_missing: () =>
        'Your browser did not send the cookie of this site. Allow cookies for this site, then sign in again.',
    },
  },
  codeSignIn: {
    title: 'Sign in by code',
    lead: 'We send a code to the phone number or email address of your account.',
    leadTo: (client: Html) =>
      html`We send a code to the phone number or email address of your account, to continue to ${client}.`,
    recipient: 'Phone or email',
    send: 'Send the code',
    sent: (to: Html) => html`If ${to} belongs to an account, a code is on its way. It is good for 10 minutes.`,
    code: 'Code',
    remember: 'Keep me signed in on this device',
    submit: 'Sign in',
    again: 'Send another code',
    other: 'Use another number or address',
    byPassword: 'Sign in with a password',
    errors: {
      recipient: () => 'No code can be sent there. Check the phone number or email address.',
      unavailable: () => 'Codes of this kind are not sent here. Use another way to sign in.',
      invalid: () => 'The code is not right, or it is over. Check it, or ask for another one.',
      limited: (seconds: number | undefined) =>
        seconds === undefined
          ? 'Too many attempts. Try again later.'
          : `Too many attempts. Try again in ${waitInEnglish(seconds)}.`,
      form_expired: () => 'This page was open for too long. It is a fresh one now: try again.',
      cookies_missing: () =>
        'Your browser did not send the cookie of this site. Allow cookies for this site, then try again.',
    },
  },
  captcha: {
    title: 'Show that you are a person',
    picture: 'A picture with a gap that a piece is missing from',
    label: 'Move the piece to its gap',
    hint: 'Pull the piece or the slider, or use the arrow keys. Of the two gaps one has the outline of the piece.',
    alternative: 'I cannot see the picture',
    wait: (seconds: number) =>
      `No picture is needed: fill in the form, and send it in ${waitInEnglish(seconds)} or later, within a quarter of an hour.`,
    waitOver: 'The wait is over. You can send the form now.',
    problems: {
      captcha_missing: () =>
        'There were many attempts, so one more step is needed: move the piece to its gap, then send the form again.',
      captcha_wrong: () => 'That was not the place. Here is another picture.',
      captcha_expired: () => 'That took too long. Here is another picture.',
      captcha_invalid: () => 'That picture was used already or is of another page. Here is another one.',
      captcha_early: () => 'That was too early. What you typed is still here.',
    },
  },
  steps,
  denied,
  external: {
    providers: { WeChat: 'WeChat', WeCom: 'WeCom' },
    /** Accessible name of the list of buttons. */
    otherWays: 'Other ways to sign in',
    signInWith: (provider: string) => `Sign in with ${provider}`,
    bindTitle: 'Link your account',
    bindLead: (provider: string, nickname: Html | undefined | '') =>
      nickname
        ? html`${provider} knows you as ${nickname}. Sign in once to your account here, and from then on ${provider} is enough.`
        : html`${provider} has confirmed who you are. Sign in once to your account here, and from then on ${provider} is enough.`,
    bind: 'Sign in and link',
    register: 'I have no account yet',
    otherWay: 'Sign in another way',
  },
  select: {
    title: 'Choose an account',
    lead: 'Which account do you want to go on with?',
    leadTo: (client: Html) => html`Which account do you want to use for ${client}?`,
    proceed: (account: HtmlValue) => html`Continue as ${account}`,
    other: 'Use another account',
  },
  proceed: {
    /** Back to the application with its answer. */
    return: {
      title: 'One moment',
      lead: (client: HtmlValue) =>
        html`You are being sent back to ${client}. If nothing happens, use the button below.`,
    },
    /** Somebody else has signed in. */
    switch: {
      title: 'Switching accounts',
      lead: (_client: HtmlValue) =>
        html`The former account is being signed out in this browser. If nothing happens, use the button below.`,
    },
    /** A sign-on by a form of the application's that came without cookies. */
    'sign-on': {
      title: 'One moment',
      lead: (client: HtmlValue) =>
        html`You are being signed on to ${client}. If nothing happens, use the button below.`,
    },
    /** By way of the applications that are told of a sign-out. */
    'sign-out': {
      title: 'Signing out',
      lead: (_client: HtmlValue) =>
        html`You are being signed out of your applications. If nothing happens, use the button below.`,
    },
    submit: 'Continue',
    /** Stands for an application without a name. */
    application: 'the application',
  },
  consent: {
    title: (client: string) => `Authorise ${client}`,
    heading: (client: Html) => html`${client} asks to use your account`,
    account: (account: HtmlValue) => html`Signed in as ${account}`,
    scopesHeading: 'If you allow it, this application can:',
    noScopes: 'Confirm that you are signed in, and read nothing else',
    returnsTo: (host: HtmlValue) => html`You will be sent back to ${host}.`,
    allow: 'Allow',
    deny: 'Deny',
  },
  scopes: {
    openid: 'Know who you are (the id of your account)',
    profile: 'Read your name, picture and other public profile data',
    email: 'Read your email address',
    phone: 'Read your phone number',
    offline_access: 'Keep its access while you are away, until you take it back on your account page',
    'ZMS.Basic': 'Read your basic information and notification settings',
    'ZMS.UserBasic.Write': 'Change your basic information and picture',
    'ZMS.UserDetails.Read': 'Read your details and linked third-party accounts',
    'ZMS.UserDetails.Write': 'Change your details',
    'ZMS.Users.Read': 'Look up users of the platform',
    'ZMS.Users.Create': 'Create users of the platform',
    'ZMS.Users.Write': 'Change users of the platform and their linked accounts',
    'ZMS.Users.Statistics': 'Read recent sign-in records of users',
    'ZMS.MNS.Send': 'Send service messages to users',
    'ZMS.OEMUsers.Read': 'Look up OEM users',
    'ZMS.OEMUsers.Create': 'Register OEM users',
    'ZMS.OEMUsers.Delete': 'Delete OEM users',
  } satisfies Record<Scope, string>,
  device: {
    inputTitle: 'Connect a device',
    inputLead: 'Enter the code that your device shows.',
    code: 'Device code',
    codeHint: 'Capital letters and hyphens do not matter.',
    submit: 'Continue',
    /** Why a device code was not accepted. */
    errors: {
      required: 'Enter the device code.',
      unknown: 'There is no such code. Compare it with your device and enter it again.',
      expired: 'This code has expired. Get a new one on your device.',
      used: 'This code has been used already. Get a new one on your device.',
      aborted: 'Cancelled. The device was not connected to your account.',
      failed: 'This code could not be handled just now. Enter it again.',
      form_expired: 'This page was open for too long. Enter the code again.',
      cookies_missing: 'Your browser did not send the cookie of this site. Allow cookies and enter the code again.',
    },
    confirmTitle: 'Confirm the device',
    confirmLead: (client: Html) =>
      html`${client} asks to sign in with your account. Check that your device shows this same code:`,
    confirmWarning: 'If you did not start this yourself, on a device of your own, cancel.',
    address: 'Network address',
    browser: 'Device program',
    confirm: 'The code matches',
    abort: 'Cancel',
    doneTitle: 'Device connected',
    doneLead: 'You can close this page and go on with your device.',
    doneLeadFor: (client: Html) => html`You can close this page and go on with ${client} on your device.`,
  },
  signOut: {
    title: 'Sign out',
    lead: 'Applications that use this sign-in will be signed out too.',
    leadFor: (client: Html) =>
      html`${client} asks to sign you out. Other applications that use this sign-in will be signed out too.`,
    confirm: 'Sign out',
    stay: 'Stay signed in',
    progressTitle: 'Signing out',
    progressLead: 'One moment. If nothing happens, use the button below.',
    doneTitle: 'You are signed out',
    doneLead: 'You are signed out in this browser. On a shared computer, close all browser windows.',
    doneLeadFor: (client: Html) =>
      html`You are signed out of ${client}. On a shared computer, close all browser windows.`,
    signInAgain: 'Sign in again',
  },
  userCenter: {
    title: 'My account',
    lead: 'This browser is signed in to your account.',
    displayName: 'Display name',
    userName: 'User name',
    phone: 'Phone',
    email: 'Email',
    notSet: 'Not set',
    signOut: 'Sign out',
    allowedHeading: 'Applications you allowed',
    allowedLead: 'They may use your account as listed, until you take it back.',
    allowedNone: 'You have allowed no application to use your account.',
    allowedMore: (count: number) => `${count} more are not listed here.`,
    takeBack: 'Take back',
    /** Accessible name of the button. */
    takeBackFrom: (client: string) => `Take back what ${client} may do`,
  },
  accountCentre,
  error: {
    requestId: 'Request id',
    code: 'Error code',
    home: 'Go to the home page',
    back: (client: Html) => html`Back to ${client}`,
    /** By the reason, where it says more than the status. */
    reasons: {
      interaction_over: {
        title: 'This sign-in request is over',
        detail: 'It was answered already, has expired, or began in another browser. Start again from the application.',
      },
      form_expired: {
        title: 'This page is too old',
        detail: 'It was open for too long or belongs to another visit. Go back, load it again and repeat your entry.',
      },
      cookies_missing: {
        title: 'Cookies are missing',
        detail: 'Your browser did not send the cookie of this site. Allow cookies for this site and start again.',
      },
      invalid_client: {
        title: 'This application is not known here',
        detail: 'It is not registered with this service or has been disabled. Tell whoever runs the application.',
      },
      invalid_redirect_uri: {
        title: 'The way back is not registered',
        detail:
          'The application asks to be answered at an address that is not registered for it. Tell whoever runs the application.',
      },
      unauthorized_client: {
        title: 'The application may not do this',
        detail: 'It asks for a kind of sign-in that it is not registered for. Tell whoever runs the application.',
      },
      external_over: {
        title: 'This sign-in is over',
        detail: 'It was used already, took too long, or began in another browser. Start again from the sign-in page.',
      },
      external_cancelled: {
        title: 'You did not agree',
        detail: 'Nothing has happened. You can sign in in another way.',
      },
      external_refused: {
        title: 'Your sign-in was not confirmed',
        detail: 'The other service did not say who you are. Start again from the sign-in page.',
      },
      external_unavailable: {
        title: 'The other service does not answer',
        detail: 'Try again later, or sign in in another way.',
      },
      external_taken: {
        title: 'This login belongs to another account',
        detail: 'It can be linked once it is unlinked there. Nothing has changed.',
      },
      disabled: { title: 'This account is disabled', detail: 'Ask your administrator to restore it.' },
      last_sign_in_method: {
        title: 'This is your only way to sign in',
        detail: 'Set a password or link another login first. Nothing has changed.',
      },
      external_login_not_found: {
        title: 'This login is not linked',
        detail: 'It may have been unlinked in another tab.',
      },
      invalid_sign_out: {
        title: 'This sign-out request is not valid',
        detail:
          'The application sent something wrong, and nobody was signed out. You can sign out on your account page.',
      },
    },
    /** By HTTP status; `other` speaks for the rest. */
    failures: {
      400: {
        title: 'The request is not valid',
        detail: 'The link is incomplete or too old. Go back to the application and start again.',
      },
      401: { title: 'Sign in first', detail: 'This page needs a signed-in account.' },
      403: { title: 'No access', detail: 'Your account cannot open this page.' },
      404: { title: 'Page not found', detail: 'There is nothing at this address, or not any more.' },
      405: { title: 'Not supported', detail: 'This address does not take this kind of request.' },
      413: { title: 'Too large', detail: 'What was sent is larger than allowed.' },
      415: { title: 'Format not supported', detail: 'This address does not take content of this format.' },
      429: { title: 'Too many requests', detail: 'Wait a moment and try again.' },
      431: { title: 'Request headers too large', detail: 'Delete the cookies of this site and try again.' },
      500: {
        title: 'Something went wrong here',
        detail: 'This is our fault. Try again later; if you ask for help, quote the request id below.',
      },
      501: { title: 'Not offered here', detail: 'This server does not have this function.' },
      503: {
        title: 'Not available just now',
        detail: 'The service is starting or under maintenance. Try again later.',
      },
      other: { title: 'The request could not be completed', detail: 'Go back and try again later.' },
    },
  },
  landing: {
    title: 'OpenAccount',
    lead: 'An OpenID Connect service runs here: sign-in, tokens and account operations, all from one public contract.',
    signIn: 'Sign in',
    signedInAs: (account: HtmlValue) => html`Signed in as ${account}`,
    account: 'My account',
    signOut: 'Sign out',
    linksHeading: 'Start here',
    docs: { title: 'API documentation', detail: 'The whole contract, with examples that run' },
    discovery: { title: 'Discovery', detail: 'OpenID Connect service configuration' },
    health: { title: 'Health', detail: 'Whether database and keys are ready' },
    demoHeading: 'Demo accounts',
    demoLead: 'This server runs in demo mode. These accounts can sign in right away.',
    demoUserName: 'User name',
    demoPassword: 'Password',
    demoRole: 'Role',
    demoRoles: { user: 'User', administrator: 'Administrator' },
  },
  outbox: {
    title: 'Outbox',
    lead: 'Messages of demo mode: they are kept here for a while and sent to nobody.',
    to: 'Phone or email of the recipient',
    show: 'Show',
    none: 'There is no message here yet.',
    channels: { sms: 'Text message', mail: 'Email' },
    purposes: {
      verify_identity: 'confirm identity',
      change_phone: 'change phone',
      change_email: 'change email',
      register: 'create account',
      reset_password: 'new password',
      sign_in: 'sign in',
      bind_phone: 'bind phone',
      second_factor: 'second factor',
      password_changed: 'password changed',
      phone_changed: 'phone changed',
      email_changed: 'email changed',
      new_sign_in: 'new sign-in',
      login_added: 'third-party login linked',
      login_removed: 'third-party login removed',
      account_exists: 'account exists already',
      export_ready: 'export of user data',
    },
  },
  frames: {
    checkSession: 'Session state check',
    sessionListener: 'Sign-in state check',
    notForPeople: 'Applications use this page in the background to check the sign-in state. You can close it.',
  },
}

/** Every text of the hosted pages. */
export type Messages = typeof en
