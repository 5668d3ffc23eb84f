/** The languages of the docs, the default one first. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

const en = {
  language: 'English',
  htmlLanguage: 'en',
  product: 'OpenAccount',
  tagline: 'An account platform whose contract is the product',
  introduction:
    'One contract, written first, and four things made from it: these pages, a mock server, a typed SDK and the server itself. Sign-in follows OAuth 2.0 and OpenID Connect, so that any standard client works.',
  people: [
    ['Integrators', 'Read the whole contract, with an example for every answer.', 'Start with sign-in'],
    ['Teams that test against us', 'Run the mock: same paths, every success and failure on demand.', 'npm run mock'],
    ['Client programs', 'Use the SDK: typed to the last field, tokens handled.', '@openaccount/client'],
    ['Services', 'Run the server: OpenID Connect, accounts and sessions.', 'npm start'],
  ],
  guides: 'Guides',
  reference: 'API reference',
  home: 'Home',
  returnCodes: 'Return codes',
  returnCodesIntroduction:
    'Answers with an envelope carry one of these numbers in `status` and its name in `error`. The protocol endpoints under `/connect` use the error names of OAuth 2.0 instead.',
  search: 'Search',
  noResults: 'Nothing found',
  menu: 'Menu',
  skip: 'Skip to the content',
  otherLanguage: '中文',
  operations: 'operations',
  marks: { documented: 'documented', observed: 'observed', inferred: 'inferred' },
  marksTitle: 'Where each part comes from',
  markMeanings: {
    documented: 'Read on the named page of the public reference.',
    observed: 'Seen in public code that talks to the service.',
    inferred: 'Our own choice, made from sibling pages or from the named standard.',
  },
  source: 'Source',
  security: 'Access',
  public: 'Public: no credentials are asked for.',
  token: 'An access token in `Authorization: Bearer`, with the scope',
  anyToken: 'An access token of a user in `Authorization: Bearer`; no scope is asked for.',
  or: 'or',
  clientBasic: 'Client id and secret with HTTP Basic, or in the form; a public client sends `client_id` alone.',
  roles: 'Roles',
  parameters: 'Parameters',
  body: 'Request body',
  responses: 'Answers',
  headers: 'Headers',
  examples: 'Examples',
  required: 'required',
  oneOf: 'One of',
  characters: 'characters',
  items: 'items',
  noBody: 'No content.',
  curl: 'curl',
  sdk: 'SDK',
  browserOnly: 'This address is for browsers: a program sends the browser there instead of calling it.',
  number: 'Number',
  name: 'Name',
  http: 'HTTP',
  meaning: 'Meaning',
  chinese: 'Chinese',
  english: 'English',
  tools: 'SDK and mock',
  sdkReference: 'SDK reference',
  sdkIntroduction:
    'Everything that `@openaccount/client` exports, made from its source. `paths`, `operations` and `components` are the types of the contract; the API reference shows what they hold.',
  sdkKinds: { function: 'Functions', class: 'Classes of errors', type: 'Types' },
  throws: 'Throws',
  returns: 'Gives',
} as const

type Texts = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string
    ? string
    : (typeof en)[Key] extends readonly unknown[]
      ? readonly (readonly [string, string, string])[]
      : Readonly<Record<keyof (typeof en)[Key], string>>
}

const zh: Texts = {
  language: '中文',
  htmlLanguage: 'zh-CN',
  product: 'OpenAccount',
  tagline: '以契约为产品的帐号平台',
  introduction:
    '先写一份契约，再由它得到四样东西：本文档、模拟服务、带类型的 SDK 与服务端本身。登录遵循 OAuth 2.0 与 OpenID Connect，任何标准客户端都可直接使用。',
  people: [
    ['接入方', '阅读完整契约，每一种应答都有示例。', '从登录开始'],
    ['联调测试团队', '运行模拟服务：路径一致，成功与失败随取随有。', 'npm run mock'],
    ['客户端程序', '使用 SDK：类型细到每个字段，令牌自动管理。', '@openaccount/client'],
    ['服务', '运行服务端：OpenID Connect、帐号与会话。', 'npm start'],
  ],
  guides: '指南',
  reference: '接口参考',
  home: '首页',
  returnCodes: '全局返回码',
  returnCodesIntroduction:
    '采用统一结构的应答在 `status` 中给出返回码，在 `error` 中给出名称。`/connect` 下的协议接口使用 OAuth 2.0 的错误名称。',
  search: '搜索',
  noResults: '没有结果',
  menu: '目录',
  skip: '跳到正文',
  otherLanguage: 'English',
  operations: '个接口',
  marks: { documented: '文档明示', observed: '公开所见', inferred: '推断' },
  marksTitle: '内容来源标记',
  markMeanings: {
    documented: '公开文档对应页面的明文内容。',
    observed: '与该服务通信的公开代码中所见。',
    inferred: '我们依据同类页面或相应标准作出的选择。',
  },
  source: '来源',
  security: '访问权限',
  public: '公开，无需凭据。',
  token: '在 `Authorization: Bearer` 中携带访问令牌，要求作用域',
  anyToken: '在 `Authorization: Bearer` 中携带用户的访问令牌，不要求作用域。',
  or: '或',
  clientBasic: '以 HTTP Basic 或表单提交客户端 ID 与密钥；公开客户端只提交 `client_id`。',
  roles: '角色',
  parameters: '请求参数',
  body: '请求体',
  responses: '应答',
  headers: '应答头',
  examples: '示例',
  required: '必填',
  oneOf: '以下之一',
  characters: '字符',
  items: '项',
  noBody: '无内容。',
  curl: 'curl',
  sdk: 'SDK',
  browserOnly: '此地址由浏览器打开：程序把浏览器引导到这里，而不是直接调用。',
  number: '返回码',
  name: '名称',
  http: 'HTTP',
  meaning: '含义',
  chinese: '中文',
  english: '英文',
  tools: 'SDK 与模拟服务',
  sdkReference: 'SDK 参考',
  sdkIntroduction:
    '`@openaccount/client` 的全部导出，由源代码生成，注释保留英文原文。`paths`、`operations` 与 `components` 为契约的类型，内容见接口参考。',
  sdkKinds: { function: '函数', class: '错误类', type: '类型' },
  throws: '抛出',
  returns: '返回',
}

/** Everything the docs say by themselves, by language. */
export const texts: Readonly<Record<Language, Texts>> = { en, zh }
