// Generated from openapi/ by `npm run generate`. Do not edit.

/** The return codes of the account endpoints: the number in `status`, its HTTP status, and its texts. */
export const returnCodes = {
  InvalidRequest: {"status":40000,"http":400,"message":{"en":"The request is malformed or a value is not allowed.","zh":"请求格式有误或参数值不合法。"}},
  Unauthorized: {"status":40100,"http":401,"message":{"en":"A valid access token is required.","zh":"需要有效的访问令牌。"}},
  Forbidden: {"status":40300,"http":403,"message":{"en":"The access token does not allow this.","zh":"访问令牌的权限不足。"}},
  NotFound: {"status":40400,"http":404,"message":{"en":"Nothing was found at this address.","zh":"未找到请求的内容。"}},
  MethodNotAllowed: {"status":40500,"http":405,"message":{"en":"This address does not answer this method.","zh":"该地址不支持此请求方法。"}},
  Conflict: {"status":40900,"http":409,"message":{"en":"The request conflicts with the present state.","zh":"请求与当前状态冲突。"}},
  PayloadTooLarge: {"status":41300,"http":413,"message":{"en":"The request body is too large.","zh":"请求内容过大。"}},
  UnsupportedMediaType: {"status":41500,"http":415,"message":{"en":"This media type is not accepted here.","zh":"不支持的内容类型。"}},
  UnprocessableContent: {"status":42200,"http":422,"message":{"en":"The request is well formed but breaks a rule.","zh":"请求不符合业务规则。"}},
  TooManyRequests: {"status":42900,"http":429,"message":{"en":"Too many requests. Please wait before trying again.","zh":"请求过于频繁，请稍后再试。"}},
  HeaderFieldsTooLarge: {"status":43100,"http":431,"message":{"en":"The request header fields are too large.","zh":"请求头过大。"}},
  InternalError: {"status":50000,"http":500,"message":{"en":"The server could not handle the request.","zh":"服务器处理请求时出错。"}},
  ServiceUnavailable: {"status":50300,"http":503,"message":{"en":"The service is not available for the moment.","zh":"服务暂不可用。"}},
} as const

export type ReturnCodeName = keyof typeof returnCodes
