// Generated from openapi/ by `npm run generate`. Do not edit.

/** Every operation of the contract with its policy, by operationId. */
export const operations = {
  getServiceConfiguration: {
    "api": "account",
    "method": "get",
    "path": "/.well-known/openid-configuration",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "default"
    ],
    "parameterLimits": {},
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "documented"
    }
  },
  getJsonWebKeySet: {
    "api": "account",
    "method": "get",
    "path": "/.well-known/openid-configuration/jwks",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "default"
    ],
    "parameterLimits": {},
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "documented"
    }
  },
  requestAuthorization: {
    "api": "account",
    "method": "get",
    "path": "/connect/authorize",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "parameterLimits": {
      "response_type": 64,
      "client_id": 128,
      "redirect_uri": 2048,
      "scope": 2048,
      "state": 2048,
      "code_challenge": 128,
      "code_challenge_method": 16,
      "nonce": 512,
      "response_mode": 16,
      "prompt": 64,
      "display": 8,
      "max_age": 10,
      "ui_locales": 128,
      "claims_locales": 128,
      "id_token_hint": 8192,
      "login_hint": 320,
      "acr_values": 256,
      "resource": 2048,
      "token": 256
    },
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "documented"
    }
  },
  submitAuthorizationRequest: {
    "api": "account",
    "method": "post",
    "path": "/connect/authorize",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "response_type": 64,
      "client_id": 128,
      "redirect_uri": 2048,
      "scope": 2048,
      "state": 2048,
      "code_challenge": 128,
      "code_challenge_method": 16,
      "nonce": 512,
      "response_mode": 16,
      "prompt": 64,
      "display": 8,
      "max_age": 10,
      "ui_locales": 128,
      "claims_locales": 128,
      "id_token_hint": 8192,
      "login_hint": 320,
      "acr_values": 256,
      "resource": 2048,
      "token": 256
    },
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "inferred"
    }
  },
  resumeAuthorization: {
    "api": "account",
    "method": "get",
    "path": "/connect/authorize/{uid}",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "404",
      "default"
    ],
    "parameterLimits": {},
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "inferred"
    }
  },
  issueToken: {
    "api": "account",
    "method": "post",
    "path": "/connect/token",
    "tag": "Authorization",
    "security": [
      {
        "clientBasic": []
      },
      {}
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "429",
      "default"
    ],
    "parameterLimits": {
      "grant_type": 44,
      "code": 512,
      "redirect_uri": 2048,
      "code_verifier": 128,
      "scope": 2048,
      "client_id": 128,
      "client_secret": 256,
      "client_assertion": 8192,
      "client_assertion_type": 128,
      "refresh_token": 2048,
      "username": 320,
      "password": 256,
      "device_code": 128
    },
    "source": {
      "page": "api-7985173",
      "title": "使用授权code兑换用户令牌",
      "mark": "documented"
    }
  },
  getUserInfo: {
    "api": "account",
    "method": "get",
    "path": "/connect/userinfo",
    "tag": "Authorization",
    "security": [
      {
        "oauth2": [
          "openid"
        ]
      },
      {
        "oauth2": [
          "profile"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "default"
    ],
    "parameterLimits": {},
    "source": {
      "page": "api-8073827",
      "title": "获取用户基本信息(OIDC)-不建议使用",
      "mark": "documented"
    }
  },
  submitUserInfoRequest: {
    "api": "account",
    "method": "post",
    "path": "/connect/userinfo",
    "tag": "Authorization",
    "security": [
      {
        "oauth2": [
          "openid"
        ]
      },
      {
        "oauth2": [
          "profile"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "access_token": 16384
    },
    "source": {
      "page": "api-8073827",
      "title": "获取用户基本信息(OIDC)-不建议使用",
      "mark": "inferred"
    }
  },
  introspectToken: {
    "api": "account",
    "method": "post",
    "path": "/connect/introspect",
    "tag": "Authorization",
    "security": [
      {
        "clientBasic": []
      },
      {}
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "token": 16384,
      "token_type_hint": 64,
      "client_id": 128,
      "client_secret": 256,
      "client_assertion": 8192,
      "client_assertion_type": 128
    },
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "inferred"
    }
  },
  revokeToken: {
    "api": "account",
    "method": "post",
    "path": "/connect/revocation",
    "tag": "Authorization",
    "security": [
      {
        "clientBasic": []
      },
      {}
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "token": 16384,
      "token_type_hint": 64,
      "client_id": 128,
      "client_secret": 256,
      "client_assertion": 8192,
      "client_assertion_type": 128
    },
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "inferred"
    }
  },
  requestDeviceAuthorization: {
    "api": "account",
    "method": "post",
    "path": "/connect/deviceauthorization",
    "tag": "Authorization",
    "security": [
      {
        "clientBasic": []
      },
      {}
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "client_id": 128,
      "scope": 2048,
      "client_secret": 256,
      "client_assertion": 8192,
      "client_assertion_type": 128
    },
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "inferred"
    }
  },
  showDevicePage: {
    "api": "account",
    "method": "get",
    "path": "/connect/device",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "default"
    ],
    "parameterLimits": {
      "user_code": 32
    },
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "inferred"
    }
  },
  submitDeviceCode: {
    "api": "account",
    "method": "post",
    "path": "/connect/device",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "xsrf": 128,
      "user_code": 32,
      "confirm": 8,
      "abort": 8
    },
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "inferred"
    }
  },
  resumeDevice: {
    "api": "account",
    "method": "get",
    "path": "/connect/device/{uid}",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "404",
      "default"
    ],
    "parameterLimits": {},
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "inferred"
    }
  },
  endSession: {
    "api": "account",
    "method": "get",
    "path": "/connect/endsession",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "parameterLimits": {
      "id_token_hint": 8192,
      "post_logout_redirect_uri": 2048,
      "state": 2048,
      "client_id": 128,
      "logout_hint": 320,
      "ui_locales": 128
    },
    "source": {
      "page": "api-17323145",
      "title": "结束会话(退出登录)",
      "mark": "documented"
    }
  },
  submitEndSession: {
    "api": "account",
    "method": "post",
    "path": "/connect/endsession",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "id_token_hint": 8192,
      "post_logout_redirect_uri": 2048,
      "state": 2048,
      "client_id": 128,
      "logout_hint": 320,
      "ui_locales": 128
    },
    "source": {
      "page": "api-17323145",
      "title": "结束会话(退出登录)",
      "mark": "inferred"
    }
  },
  confirmEndSession: {
    "api": "account",
    "method": "post",
    "path": "/connect/endsession/confirm",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "xsrf": 128,
      "logout": 8
    },
    "source": {
      "page": "api-17323145",
      "title": "结束会话(退出登录)",
      "mark": "inferred"
    }
  },
  showSignedOut: {
    "api": "account",
    "method": "get",
    "path": "/connect/endsession/success",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "default"
    ],
    "parameterLimits": {
      "client_id": 128
    },
    "source": {
      "page": "api-17323145",
      "title": "结束会话(退出登录)",
      "mark": "inferred"
    }
  },
  getCheckSessionFrame: {
    "api": "account",
    "method": "get",
    "path": "/connect/checksession",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "default"
    ],
    "parameterLimits": {},
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
      "mark": "inferred"
    }
  },
  showUserCenter: {
    "api": "account",
    "method": "get",
    "path": "/usercenter",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "parameterLimits": {
      "ui_locales": 128
    },
    "source": {
      "page": "doc-2283443",
      "title": "用户一致性",
      "mark": "inferred"
    }
  },
  checkUserSession: {
    "api": "account",
    "method": "get",
    "path": "/usercenter/checksession",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "default"
    ],
    "parameterLimits": {
      "returnUrl": 2048
    },
    "source": {
      "page": "doc-2283443",
      "title": "用户一致性",
      "mark": "documented"
    }
  },
  showLoginPage: {
    "api": "account",
    "method": "get",
    "path": "/Account/Login",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "parameterLimits": {
      "ReturnUrl": 4096,
      "ui_locales": 128
    },
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "observed"
    }
  },
  submitLoginForm: {
    "api": "account",
    "method": "post",
    "path": "/Account/Login",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "303",
      "400",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "parameterLimits": {
      "username": 320,
      "password": 256,
      "ReturnUrl": 4096,
      "RememberLogin": 5,
      "Agreement": 5,
      "ClientId": 128,
      "__RequestVerificationToken": 256
    },
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "inferred"
    }
  },
  submitUserLogin: {
    "api": "account",
    "method": "post",
    "path": "/Account/UserLogin",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "login",
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "200",
      "400",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "parameterLimits": {
      "Agreement": 5,
      "Username": 320,
      "Password": 4096,
      "PasswordEncryption": 20,
      "ReturnUrl": 4096,
      "RememberLogin": 5,
      "LoginType": 16,
      "ClientId": 128,
      "ActUser": 128,
      "ActCorp": 128,
      "__RequestVerificationToken": 256
    },
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "observed"
    }
  },
  showConsentPage: {
    "api": "account",
    "method": "get",
    "path": "/Account/Consent",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "parameterLimits": {
      "ReturnUrl": 4096,
      "ui_locales": 128
    },
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "inferred"
    }
  },
  submitConsent: {
    "api": "account",
    "method": "post",
    "path": "/Account/Consent",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "responses": [
      "303",
      "400",
      "403",
      "413",
      "415",
      "default"
    ],
    "parameterLimits": {
      "decision": 5,
      "ReturnUrl": 4096,
      "__RequestVerificationToken": 256
    },
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "inferred"
    }
  },
  getLoginPublicKey: {
    "api": "account",
    "method": "get",
    "path": "/Common/Getpubkeys",
    "tag": "Authorization",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "responses": [
      "200",
      "400",
      "default"
    ],
    "parameterLimits": {},
    "source": {
      "page": "api-42744725",
      "title": "获取RSA公钥",
      "mark": "observed"
    }
  },
} as const

export type Operations = typeof operations
export type OperationId = keyof Operations
