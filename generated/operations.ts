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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "plainText": [],
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
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
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
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "404",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
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
    "headers": [],
    "source": {
      "page": "api-7985173",
      "title": "使用授权code兑换用户令牌",
      "mark": "documented"
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "token": 16384,
      "token_type_hint": 64,
      "client_id": 128,
      "client_secret": 256,
      "client_assertion": 8192,
      "client_assertion_type": 128
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "token": 16384,
      "token_type_hint": 64,
      "client_id": 128,
      "client_secret": 256,
      "client_assertion": 8192,
      "client_assertion_type": 128
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "client_id": 128,
      "scope": 2048,
      "client_secret": 256,
      "client_assertion": 8192,
      "client_assertion_type": 128
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "user_code": 32
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "xsrf": 128,
      "user_code": 32,
      "confirm": 8,
      "abort": 8
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "404",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-16994315",
      "title": "获取服务配置",
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "ui_locales": 128
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "returnUrl": 2048
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "ReturnUrl": 4096,
      "ui_locales": 128
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
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
    "plainText": [],
    "parameterLimits": {
      "username": 320,
      "password": 256,
      "ReturnUrl": 4096,
      "RememberLogin": 5,
      "Agreement": 5,
      "ClientId": 128,
      "__RequestVerificationToken": 256
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
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
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "ReturnUrl": 4096,
      "ui_locales": 128
    },
    "headers": [],
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "303",
      "400",
      "403",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "decision": 5,
      "ReturnUrl": 4096,
      "__RequestVerificationToken": 256
    },
    "headers": [],
    "source": {
      "page": "api-7983894",
      "title": "获取用户授权code",
      "mark": "inferred"
    }
  },
  getUserInfo: {
    "api": "account",
    "method": "get",
    "path": "/connect/userinfo",
    "tag": "User",
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8073827",
      "title": "获取用户基本信息(OIDC)-不建议使用",
      "mark": "inferred"
    }
  },
  submitUserInfoRequest: {
    "api": "account",
    "method": "post",
    "path": "/connect/userinfo",
    "tag": "User",
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
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "access_token": 16384
    },
    "headers": [],
    "source": {
      "page": "api-8073827",
      "title": "获取用户基本信息(OIDC)-不建议使用",
      "mark": "inferred"
    }
  },
  getUserBasic: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/user/basic",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.Basic"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-31024408",
      "title": "获取用户基本信息",
      "mark": "inferred"
    }
  },
  updateUserBasic: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/user/basic",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.UserBasic.Write"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Write"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "UserNameTaken",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "ModificationLimitReached",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "409",
      "413",
      "415",
      "422",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8073831",
      "title": "修改用户基本信息",
      "mark": "inferred"
    }
  },
  uploadProfileImage: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/user/profileImage",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.UserBasic.Write"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Write"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "ImageNotReadable",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "multipart/form-data"
    ],
    "requestBodyRequired": true,
    "fileFields": [
      "file"
    ],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "422",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "file": 5242880
    },
    "headers": [],
    "source": {
      "page": "api-8073830",
      "title": "修改用户头像",
      "mark": "inferred"
    }
  },
  getUserDetails: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/user/details",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.UserDetails.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8073828",
      "title": "获取用户详细信息",
      "mark": "inferred"
    }
  },
  updateUserDetails: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/user/details",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.UserDetails.Write"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8073832",
      "title": "修改用户详细信息",
      "mark": "inferred"
    }
  },
  listUserExternalLogins: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/user/externalLogins",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.UserDetails.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-10736524",
      "title": "获取用户第三方绑定信息",
      "mark": "inferred"
    }
  },
  getReceiveInfo: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/user/receiveInfo",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.Basic"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8073829",
      "title": "获取用户资讯接收设置",
      "mark": "inferred"
    }
  },
  endSession: {
    "api": "account",
    "method": "get",
    "path": "/connect/endsession",
    "tag": "User",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "id_token_hint": 8192,
      "post_logout_redirect_uri": 2048,
      "state": 2048,
      "client_id": 128,
      "logout_hint": 320,
      "ui_locales": 128
    },
    "headers": [],
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
    "tag": "User",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "id_token_hint": 8192,
      "post_logout_redirect_uri": 2048,
      "state": 2048,
      "client_id": 128,
      "logout_hint": 320,
      "ui_locales": 128
    },
    "headers": [],
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
    "tag": "User",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "303",
      "400",
      "413",
      "415",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "xsrf": 128,
      "logout": 8
    },
    "headers": [],
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
    "tag": "User",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "client_id": 128
    },
    "headers": [],
    "source": {
      "page": "api-17323145",
      "title": "结束会话(退出登录)",
      "mark": "inferred"
    }
  },
  getUserClientConfiguration: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/user/clientConfig",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.Basic"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "ClientNotFound",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "guid": 36
    },
    "headers": [],
    "source": {
      "page": "api-39012073",
      "title": "获取客户端配置",
      "mark": "inferred"
    }
  },
  getModificationCounts: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/user/modifyCounts",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.Basic"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-54487663",
      "title": "获取用户信息修改次数",
      "mark": "inferred"
    }
  },
  showSecurityPage: {
    "api": "account",
    "method": "get",
    "path": "/usercenter/security",
    "tag": "User",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "303",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "ui_locales": 128
    },
    "headers": [],
    "source": {
      "page": "api-58102957",
      "title": "修改帐号安全信息",
      "mark": "inferred"
    }
  },
  getCurrentIp: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/user/ip",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.Basic"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-63571601",
      "title": "获取用户当前IP信息",
      "mark": "inferred"
    }
  },
  sendVerificationCode: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/user/verificationCode",
    "tag": "User",
    "security": [
      {
        "oauth2": [
          "ZMS.UserBasic.Write"
        ]
      },
      {
        "oauth2": [
          "ZMS.UserDetails.Write"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "ContactMissing",
      "TooManyRequests",
      "VerificationCodeTooFrequent",
      "UpstreamFailed",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "422",
      "429",
      "502",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-300896445",
      "title": "发送验证码",
      "mark": "inferred"
    }
  },
  listUserGuids: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/trusted/users/guids",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-51449557",
      "title": "获取用户GUID列表",
      "mark": "inferred"
    }
  },
  findUserGuids: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/users/guids",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "UserNotFound",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8257729",
      "title": "批量查询用户GUID",
      "mark": "inferred"
    }
  },
  queryUserDetails: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/users/details",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "UserNotFound",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8257730",
      "title": "批量获取用户详细信息",
      "mark": "inferred"
    }
  },
  queryExternalLogins: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/users/externalLogins",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "UserNotFound",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-12191783",
      "title": "批量获取用户第三方绑定信息",
      "mark": "inferred"
    }
  },
  findUsersByExternalLogin: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/users/externalLoginDetails",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Read"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-12292455",
      "title": "通过第三方登录信息查询用户",
      "mark": "documented"
    }
  },
  createUsers: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/users/inviteUsers",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Create"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "CreateUserFailed",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8257731",
      "title": "创建用户",
      "mark": "documented"
    }
  },
  listLoginRecords: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/trusted/users/loginRecords",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Statistics"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "guid": 36,
      "loginAfter": 40,
      "loginBefore": 40
    },
    "headers": [],
    "source": {
      "page": "api-42716348",
      "title": "查询最近的登录记录",
      "mark": "inferred"
    }
  },
  addExternalLogins: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/trusted/users/externalLogins",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Write"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "ExternalLoginTaken",
      "UserNotFound",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-180547452",
      "title": "增加用户第三方绑定信息",
      "mark": "inferred"
    }
  },
  updateUsersDetails: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/trusted/users/details",
    "tag": "Trusted clients / Users",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Write"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "UserNotFound",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-268783585",
      "title": "批量修改用户详细信息",
      "mark": "documented"
    }
  },
  refreshDepartments: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/trusted/corps/refreshDepartments",
    "tag": "Trusted clients / Enterprises",
    "security": [
      {
        "oauth2": [
          "ZMS.Users.Write"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "CorpNotFound",
      "CorpNotLinked",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "UpstreamFailed",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "429",
      "502",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-282979849",
      "title": "刷新企业用户部门",
      "mark": "inferred"
    }
  },
  pushServiceMessage: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/trusted/mns",
    "tag": "Trusted clients / Other",
    "security": [
      {
        "oauth2": [
          "ZMS.MNS.Send"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "UserNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "MessageContentInvalid",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "422",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-187064736",
      "title": "推送服务消息",
      "mark": "documented"
    }
  },
  listOemUsers: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/oem/users",
    "tag": "OEM trusted clients",
    "security": [
      {
        "oauth2": [
          "ZMS.OEMUsers.Read"
        ]
      },
      {
        "oauth2": [
          "ZMS.OEMUsers.Create"
        ]
      },
      {
        "oauth2": [
          "ZMS.OEMUsers.Delete"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-20815122",
      "title": "获取OEM用户列表",
      "mark": "inferred"
    }
  },
  registerOemUsers: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/oem/users/registration",
    "tag": "OEM trusted clients",
    "security": [
      {
        "oauth2": [
          "ZMS.OEMUsers.Create"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "CreateUserFailed",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-20594676",
      "title": "注册OEM用户",
      "mark": "documented"
    }
  },
  updateOemUsers: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/oem/users/update",
    "tag": "OEM trusted clients",
    "security": [
      {
        "oauth2": [
          "ZMS.OEMUsers.Create"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "UserNotFound",
      "UpdateUserFailed",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-20817875",
      "title": "更新OEM用户",
      "mark": "inferred"
    }
  },
  deleteOemUsers: {
    "api": "account",
    "method": "delete",
    "path": "/api/v1.0/oem/users/delete",
    "tag": "OEM trusted clients",
    "security": [
      {
        "oauth2": [
          "ZMS.OEMUsers.Delete"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "Forbidden",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "UserNotFound",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-20815109",
      "title": "删除OEM用户",
      "mark": "documented"
    }
  },
  listUsers: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/manage/users",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-44270626",
      "title": "获取用户列表",
      "mark": "inferred"
    }
  },
  getUserExport: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/manage/users/export",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "ZMS.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "ExportApplicationNotFound",
      "ExportNotDownloadable",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "201",
      "400",
      "401",
      "403",
      "404",
      "409",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "guid": 36,
      "reason": 500
    },
    "headers": [],
    "source": {
      "page": "api-44993795",
      "title": "获取导出的用户数据",
      "mark": "documented"
    }
  },
  applyUserExport: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/manage/users/export",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "ZMS.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-44963008",
      "title": "申请导出用户数据",
      "mark": "inferred"
    }
  },
  cancelUserExport: {
    "api": "account",
    "method": "delete",
    "path": "/api/v1.0/manage/users/export",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "ZMS.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "ExportApplicationNotFound",
      "ExportNotCancellable",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "guid": 36
    },
    "headers": [],
    "source": {
      "page": "api-45003773",
      "title": "取消用户数据导出申请",
      "mark": "inferred"
    }
  },
  listExportApplications: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/manage/users/export/applications",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "ZMS.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-52641453",
      "title": "获取数据申请记录",
      "mark": "inferred"
    }
  },
  listExportDownloads: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/manage/users/export/downloads",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "ZMS.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "guid": 36
    },
    "headers": [],
    "source": {
      "page": "api-52643370",
      "title": "获取数据下载记录",
      "mark": "inferred"
    }
  },
  searchUsers: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/manage/users/search",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "keyword": 320
    },
    "headers": [],
    "source": {
      "page": "api-74825898",
      "title": "搜索用户",
      "mark": "inferred"
    }
  },
  getDepartmentChain: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/manage/users/departmentChain",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "UserNotFound",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "guid": 36
    },
    "headers": [],
    "source": {
      "page": "api-74874601",
      "title": "获取用户部门名称链",
      "mark": "inferred"
    }
  },
  editUserDetails: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/manage/users/details",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "UserNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-118385447",
      "title": "修改用户详细信息",
      "mark": "documented"
    }
  },
  editUserSecurity: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/manage/users/security",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "UserNotFound",
      "UserNameTaken",
      "PhoneTaken",
      "EmailTaken",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "PasswordTooSimple",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "422",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-118385962",
      "title": "修改用户安全信息",
      "mark": "inferred"
    }
  },
  unbindUser: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/manage/users/unbind",
    "tag": "Back office / Users",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.UserManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "UserNotFound",
      "BindingNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "LastSignInMethod",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "422",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-197820520",
      "title": "解绑用户手机号\\邮箱\\第三方",
      "mark": "inferred"
    }
  },
  listRoleGroups: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/roles",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.RoleManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8219003",
      "title": "获取角色组列表",
      "mark": "inferred"
    }
  },
  createRoleGroup: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/roles/create",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.SuperManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "UserNotFound",
      "RoleGroupNameTaken",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8201987",
      "title": "新建角色组",
      "mark": "documented"
    }
  },
  updateRoleGroup: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/roles/update",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.RoleManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "NotRoleGroupManager",
      "RoleGroupNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8216506",
      "title": "更新角色组",
      "mark": "inferred"
    }
  },
  setRoleGroupManager: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/roles/setManager",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.SuperManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "RoleGroupNotFound",
      "UserNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-51950961",
      "title": "设置角色组管理员",
      "mark": "inferred"
    }
  },
  addRoleGroupMembers: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/roles/addMembers",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.RoleManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "NotRoleGroupManager",
      "RoleGroupNotFound",
      "UserNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8227720",
      "title": "添加用户至角色组",
      "mark": "inferred"
    }
  },
  removeRoleGroupMembers: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/roles/removeMembers",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.RoleManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "NotRoleGroupManager",
      "RoleGroupNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-8235117",
      "title": "从角色组移除用户",
      "mark": "inferred"
    }
  },
  addRoleGroupReaders: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/roles/addReaders",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.RoleManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "NotRoleGroupManager",
      "RoleGroupNotFound",
      "UserNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-50421940",
      "title": "为用户分配可读权限",
      "mark": "inferred"
    }
  },
  removeRoleGroupReaders: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/roles/removeReaders",
    "tag": "Back office / Roles",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.RoleManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "NotRoleGroupManager",
      "RoleGroupNotFound",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-50421949",
      "title": "取消用户可读权限",
      "mark": "inferred"
    }
  },
  saveCorp: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/manage/corps",
    "tag": "Back office / Enterprises",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.CorpManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "CorpNotFound",
      "CorpNameTaken",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-80347548",
      "title": "创建\\修改企业",
      "mark": "inferred"
    }
  },
  saveCorpExternalLink: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/manage/corps/externalLink",
    "tag": "Back office / Enterprises",
    "security": [
      {
        "oauth2": []
      }
    ],
    "roles": [
      "Account.CorpManager"
    ],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "Unauthorized",
      "RoleRequired",
      "CorpNotFound",
      "CorpLinkTaken",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-80366400",
      "title": "创建\\修改企业第三方关联",
      "mark": "inferred"
    }
  },
  verifyWecomCallback: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/wecom/callback",
    "tag": "Other",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "SignatureInvalid",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "403",
      "429",
      "default"
    ],
    "plainText": [
      "200"
    ],
    "parameterLimits": {
      "msg_signature": 40,
      "timestamp": 16,
      "nonce": 64,
      "echostr": 1024
    },
    "headers": [],
    "source": {
      "page": "api-179861966",
      "title": "企微回调",
      "mark": "inferred"
    }
  },
  receiveWecomCallback: {
    "api": "account",
    "method": "post",
    "path": "/api/v1.0/wecom/callback",
    "tag": "Other",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "SignatureInvalid",
      "PayloadTooLarge",
      "UnsupportedMediaType",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "text/xml"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [
      "200"
    ],
    "parameterLimits": {
      "msg_signature": 40,
      "timestamp": 16,
      "nonce": 64
    },
    "headers": [],
    "source": {
      "page": "api-179861966",
      "title": "企微回调",
      "mark": "inferred"
    }
  },
  getClientConfiguration: {
    "api": "account",
    "method": "get",
    "path": "/api/v1.0/clients/config",
    "tag": "Other",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "ClientNotFound",
      "TooManyRequests",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "404",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "client_id": 128
    },
    "headers": [],
    "source": {
      "page": "api-32780745",
      "title": "获取客户端配置",
      "mark": "inferred"
    }
  },
  getLoginPublicKey: {
    "api": "account",
    "method": "get",
    "path": "/Common/Getpubkeys",
    "tag": "Other",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "envelope",
    "returnCodes": [
      "InvalidRequest",
      "InternalError",
      "NotImplemented",
      "ServiceUnavailable"
    ],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "api-42744725",
      "title": "获取RSA公钥",
      "mark": "observed"
    }
  },
  issueAccessCredential: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/token",
    "tag": "Management / Access credential",
    "security": [
      {},
      {
        "clientBasic": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "grant_type": 18,
      "client_id": 64,
      "client_secret": 256
    },
    "headers": [],
    "source": {
      "page": "M1",
      "title": "获取访问凭据",
      "mark": "documented"
    }
  },
  listTenantUsers: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/users",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "user_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "org_id": 64,
      "updated_at_greater": 23
    },
    "headers": [],
    "source": {
      "page": "U10",
      "title": "查询用户列表",
      "mark": "documented"
    }
  },
  createTenantUser: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/users",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0001",
      "PARAM.0029",
      "PWD.0002",
      "PWD.0003",
      "PWD.0005",
      "USER.0029",
      "USER.0030",
      "USER.0031",
      "USER.0037",
      "USER.0038"
    ],
    "missingCodes": {
      "/body/user_org_relation_list": "PARAM.0029"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "201",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U1",
      "title": "创建用户",
      "mark": "documented"
    }
  },
  findTenantUserByUserName: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/users/user-by-username",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "user_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "USER.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U9",
      "title": "根据用户名查询用户详情",
      "mark": "documented"
    }
  },
  getTenantUser: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/users/{user_id}",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "user_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "USER.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U8",
      "title": "根据用户id查询用户详情",
      "mark": "documented"
    }
  },
  updateTenantUser: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/users/{user_id}",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0001",
      "PARAM.0029",
      "USER.0001",
      "USER.0029",
      "USER.0030",
      "USER.0031",
      "USER.0037",
      "USER.0038"
    ],
    "missingCodes": {
      "/body/user_org_relation_list": "PARAM.0029"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U2",
      "title": "修改用户",
      "mark": "documented"
    }
  },
  deleteTenantUser: {
    "api": "oneaccess",
    "method": "delete",
    "path": "/api/v2/tenant/users/{user_id}",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "USER.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "204",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U3",
      "title": "删除用户",
      "mark": "documented"
    }
  },
  enableTenantUser: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/users/{user_id}/enable",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "USER.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U4",
      "title": "启用用户",
      "mark": "documented"
    }
  },
  disableTenantUser: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/users/{user_id}/disable",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "USER.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U5",
      "title": "禁用用户",
      "mark": "documented"
    }
  },
  changeTenantUserPassword: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/users/{user_id}/change-password",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PWD.0001",
      "PWD.0002",
      "PWD.0003",
      "PWD.0005",
      "USER.0001"
    ],
    "missingCodes": {
      "/body/password": "PWD.0001"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U6",
      "title": "修改用户密码",
      "mark": "documented"
    }
  },
  verifyAndChangeTenantUserPassword: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/users/{user_id}/change-password-verify",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0018",
      "PWD.0001",
      "PWD.0002",
      "PWD.0003",
      "PWD.0005",
      "PWD.0007",
      "USER.0001"
    ],
    "missingCodes": {
      "/body/password": "PWD.0001",
      "/body/old_password": "PARAM.0018"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U7",
      "title": "校验原密码修改用户密码",
      "mark": "documented"
    }
  },
  authorizeApplicationAccount: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/users/{user_id}/applications/{application_id}/accounts",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "APP.0001",
      "APP.0003",
      "APP_ACCOUNT.0002",
      "APP_ACCOUNT.0036",
      "USER.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U11",
      "title": "用户授权应用账号",
      "mark": "documented"
    }
  },
  listTenantUserApplicationAccounts: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/users/{user_id}/accounts",
    "tag": "Management / Users",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "user_all",
      "user_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "USER.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "U12",
      "title": "查询用户所有授权的应用账号",
      "mark": "documented"
    }
  },
  listOrganizations: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/organizations",
    "tag": "Management / Organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "org_all",
      "org_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "org_id": 64
    },
    "headers": [],
    "source": {
      "page": "O5",
      "title": "查询组织列表",
      "mark": "documented"
    }
  },
  createOrganization: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/organizations",
    "tag": "Management / Organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "org_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0008",
      "ORG.0010",
      "ORG.0011",
      "ORG.0012",
      "ORG.0013"
    ],
    "missingCodes": {
      "/body/code": "ORG.0010",
      "/body/name": "ORG.0011"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "201",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "O1",
      "title": "创建组织",
      "mark": "documented"
    }
  },
  getOrganization: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/organizations/{org_id}",
    "tag": "Management / Organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "org_all",
      "org_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "O4",
      "title": "查询组织详情",
      "mark": "documented"
    }
  },
  updateOrganization: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/organizations/{org_id}",
    "tag": "Management / Organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "org_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0001",
      "ORG.0008",
      "ORG.0012",
      "ORG.0013"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "O2",
      "title": "修改组织",
      "mark": "documented"
    }
  },
  deleteOrganization: {
    "api": "oneaccess",
    "method": "delete",
    "path": "/api/v2/tenant/organizations/{org_id}",
    "tag": "Management / Organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "org_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "ORG.0001",
      "ORG.0020",
      "ORG.0022"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "204",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "O3",
      "title": "删除组织",
      "mark": "documented"
    }
  },
  listApplicationOrganizations: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/applications/{application_id}/organizations",
    "tag": "Management / Application organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_org_all",
      "app_org_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ORG.0002",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AO5",
      "title": "查询应用机构列表",
      "mark": "documented"
    }
  },
  createApplicationOrganization: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/applications/{application_id}/organizations",
    "tag": "Management / Application organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_org_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ORG.0002",
      "APP_ORG.0003",
      "APP_ORG.0004",
      "APP_ORG.0008",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/body/org_code": "APP_ORG.0008"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "201",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AO1",
      "title": "新增应用机构",
      "mark": "documented"
    }
  },
  getApplicationOrganization: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/applications/{application_id}/organizations/{org_id}",
    "tag": "Management / Application organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_org_all",
      "app_org_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ORG.0001",
      "APP_ORG.0002",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AO4",
      "title": "查询应用机构详情",
      "mark": "documented"
    }
  },
  updateApplicationOrganization: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/applications/{application_id}/organizations/{org_id}",
    "tag": "Management / Application organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_org_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ORG.0001",
      "APP_ORG.0002",
      "APP_ORG.0004",
      "APP_ORG.0005",
      "APP_ORG.0006",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AO2",
      "title": "修改应用机构",
      "mark": "documented"
    }
  },
  deleteApplicationOrganization: {
    "api": "oneaccess",
    "method": "delete",
    "path": "/api/v2/tenant/applications/{application_id}/organizations/{org_id}",
    "tag": "Management / Application organizations",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_org_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ORG.0001",
      "APP_ORG.0002",
      "APP_ORG.0007",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "204",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AO3",
      "title": "删除应用机构",
      "mark": "documented"
    }
  },
  listApplicationAccounts: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/applications/{application_id}/accounts",
    "tag": "Management / Application accounts",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "account_all",
      "account_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ACCOUNT.0003",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/query/account_type": "APP_ACCOUNT.0003"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "account_type": 14
    },
    "headers": [],
    "source": {
      "page": "AA5",
      "title": "查询应用账号列表",
      "mark": "documented"
    }
  },
  createApplicationAccount: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/applications/{application_id}/accounts/basic-account",
    "tag": "Management / Application accounts",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "account_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "USER.0001",
      "APP_ACCOUNT.0002",
      "APP_ACCOUNT.0007",
      "APP_ACCOUNT.0008",
      "APP_ACCOUNT.0035",
      "APP_ACCOUNT.0036",
      "APP_ORG.0001",
      "APP_ORG.0002",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/body/account_name": "APP_ACCOUNT.0035",
      "/body/name": "APP_ACCOUNT.0008"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "201",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AA1",
      "title": "新增应用账号",
      "mark": "documented"
    }
  },
  getApplicationAccount: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/applications/{application_id}/accounts/{account_id}",
    "tag": "Management / Application accounts",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "account_all",
      "account_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ACCOUNT.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AA4",
      "title": "查询应用账号详情",
      "mark": "documented"
    }
  },
  updateApplicationAccount: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/applications/{application_id}/accounts/{account_id}",
    "tag": "Management / Application accounts",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "account_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ACCOUNT.0001",
      "APP_ACCOUNT.0002",
      "APP_ACCOUNT.0007",
      "APP_ACCOUNT.0008",
      "APP_ACCOUNT.0035",
      "APP_ACCOUNT.0036",
      "APP_ORG.0001",
      "APP_ORG.0002",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/body/account_name": "APP_ACCOUNT.0035",
      "/body/name": "APP_ACCOUNT.0008"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AA2",
      "title": "更新应用账号",
      "mark": "documented"
    }
  },
  deleteApplicationAccount: {
    "api": "oneaccess",
    "method": "delete",
    "path": "/api/v2/tenant/applications/{application_id}/accounts/{account_id}",
    "tag": "Management / Application accounts",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "account_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ACCOUNT.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "204",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AA3",
      "title": "删除应用账号",
      "mark": "documented"
    }
  },
  enableApplicationAccount: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable",
    "tag": "Management / Application accounts",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "account_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ACCOUNT.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AA6",
      "title": "启用应用账号",
      "mark": "documented"
    }
  },
  disableApplicationAccount: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable",
    "tag": "Management / Application accounts",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "account_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ACCOUNT.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AA7",
      "title": "禁用应用账号",
      "mark": "documented"
    }
  },
  createApplicationRole: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/applications/{application_id}/role",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ROLE.0002",
      "APP_ROLE.0003",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/body/code": "APP_ROLE.0003"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR1",
      "title": "新增应用侧角色",
      "mark": "documented"
    }
  },
  getApplicationRole: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/applications/{application_id}/role/{role_id}",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "app_role_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ROLE.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR4",
      "title": "查询应用侧角色详情",
      "mark": "documented"
    }
  },
  updateApplicationRole: {
    "api": "oneaccess",
    "method": "put",
    "path": "/api/v2/tenant/applications/{application_id}/role/{role_id}",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ROLE.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR2",
      "title": "修改应用侧角色",
      "mark": "documented"
    }
  },
  deleteApplicationRole: {
    "api": "oneaccess",
    "method": "delete",
    "path": "/api/v2/tenant/applications/{application_id}/role/{role_id}",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ROLE.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR3",
      "title": "删除应用侧角色",
      "mark": "documented"
    }
  },
  listApplicationRoles: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/applications/{application_id}/role-list",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "app_role_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR5",
      "title": "查询应用侧角色列表",
      "mark": "documented"
    }
  },
  addApplicationRoleMembers: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/applications/{application_id}/role-member",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ROLE.0001",
      "PARAM.0029",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/body/account_Ids": "PARAM.0029"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR6",
      "title": "添加应用侧角色成员",
      "mark": "documented"
    }
  },
  removeApplicationRoleMembers: {
    "api": "oneaccess",
    "method": "delete",
    "path": "/api/v2/tenant/applications/{application_id}/role-member",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "all"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ROLE.0001",
      "PARAM.0029",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/body/account_Ids": "PARAM.0029"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR7",
      "title": "删除应用侧角色成员",
      "mark": "documented"
    }
  },
  listApplicationRoleMembers: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/tenant/applications/{application_id}/role-member-list/{role_id}",
    "tag": "Management / Application roles",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "app_role_all",
      "app_role_read",
      "all",
      "read"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP_ROLE.0001",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "AR8",
      "title": "查询应用侧角色成员列表",
      "mark": "documented"
    }
  },
  getServerDate: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/server-date",
    "tag": "User / System",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S1",
      "title": "获取服务器时间",
      "mark": "documented"
    }
  },
  getPublicKey: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/public-key",
    "tag": "User / System",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S2",
      "title": "获取公钥",
      "mark": "documented"
    }
  },
  registerByMobile: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/register/mobile-verify-code",
    "tag": "User / Registration",
    "security": [],
    "roles": [],
    "permissions": [
      "auth_api"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0009",
      "PARAM.0011",
      "USER.0029",
      "USER.0030",
      "USER.0031",
      "USER.0037",
      "USER.0038",
      "PWD.0002",
      "PWD.0003",
      "PWD.0005",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/verify_code": "PARAM.0009"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S3",
      "title": "使用手机号和短信验证码注册",
      "mark": "documented"
    }
  },
  getCaptcha: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/captcha",
    "tag": "User / Verification codes",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S4",
      "title": "获取图形验证码",
      "mark": "documented"
    }
  },
  verifyCaptcha: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/captcha/verify",
    "tag": "User / Verification codes",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0004",
      "PARAM.0005",
      "PARAM.0006",
      "CAPTCHA.0002",
      "CAPTCHA.0003",
      "CAPTCHA.0004",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/point_json": "PARAM.0004",
      "/body/token": "PARAM.0005",
      "/body/sender": "PARAM.0006"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S5",
      "title": "校验图形验证码",
      "mark": "documented"
    }
  },
  listCountryCodes: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/country-codes",
    "tag": "User / Verification codes",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S6",
      "title": "获取国际区号",
      "mark": "documented"
    }
  },
  sendSmsCode: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/sms/send",
    "tag": "User / Verification codes",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0008",
      "CAPTCHA.0003",
      "CAPTCHA.0004",
      "MOBILE.0002",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/captcha_token": "PARAM.0008"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S7",
      "title": "发送短信验证码",
      "mark": "documented"
    }
  },
  loginWithPassword: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/login",
    "tag": "User / Login and logout",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0010",
      "PWD.0001",
      "LOGIN.0001",
      "LOGIN.0002",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/user_name": "PARAM.0010",
      "/body/password": "PWD.0001"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S8",
      "title": "用户名密码登录",
      "mark": "documented"
    }
  },
  loginWithSmsCode: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/login/mobile-verify-code",
    "tag": "User / Login and logout",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0009",
      "PARAM.0011",
      "LOGIN.0001",
      "MOBILE.0002",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/verify_code": "PARAM.0009"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S9",
      "title": "手机短信验证码登录",
      "mark": "documented"
    }
  },
  loginWithWechat: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/login/wechat",
    "tag": "User / Login and logout",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "SOCIAL.0001",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S10",
      "title": "微信登录",
      "mark": "documented"
    }
  },
  loginWithAlipay: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/login/alipay",
    "tag": "User / Login and logout",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "SOCIAL.0001",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S11",
      "title": "支付宝登录",
      "mark": "documented"
    }
  },
  logoutUser: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/logout",
    "tag": "User / Login and logout",
    "security": [
      {
        "sessionSignature": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0030",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S12",
      "title": "登出",
      "mark": "documented"
    }
  },
  bindSocialAccount: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/social/bind",
    "tag": "User / Social accounts",
    "security": [
      {
        "stateToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "auth_api"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0014",
      "PARAM.0009",
      "PARAM.0011",
      "MOBILE.0002",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/verify_code": "PARAM.0009"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S13",
      "title": "社交账号登录绑定手机号",
      "mark": "documented"
    }
  },
  registerSocialAccount: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/social/register-bind",
    "tag": "User / Social accounts",
    "security": [
      {
        "stateToken": []
      }
    ],
    "roles": [],
    "permissions": [
      "auth_api"
    ],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "APP.0001",
      "APP.0003",
      "PARAM.0002",
      "PARAM.0014",
      "PARAM.0009",
      "PARAM.0011",
      "USER.0038",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/verify_code": "PARAM.0009"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S14",
      "title": "社交账号注册并绑定手机号",
      "mark": "documented"
    }
  },
  listSocialAccounts: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/social",
    "tag": "User / Social accounts",
    "security": [
      {
        "sessionSignature": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0030"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S15",
      "title": "获取用户已绑定的社交账号列表",
      "mark": "documented"
    }
  },
  unbindSocialAccount: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/social/unbind-account",
    "tag": "User / Social accounts",
    "security": [
      {
        "sessionSignature": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0017",
      "PARAM.0030",
      "SOCIAL.0002"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/id": "PARAM.0017"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S16",
      "title": "社交账号解绑",
      "mark": "documented"
    }
  },
  skipPasswordChange: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/pwd/skip-update",
    "tag": "User / Passwords",
    "security": [
      {
        "stateToken": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0014"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S17",
      "title": "跳过强制修改密码",
      "mark": "documented"
    }
  },
  changeExpiredPassword: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/pwd/update",
    "tag": "User / Passwords",
    "security": [
      {
        "stateToken": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0014",
      "PARAM.0018",
      "LOGIN.0001",
      "PWD.0001",
      "PWD.0002",
      "PWD.0003",
      "PWD.0005",
      "PWD.0007"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/old_password": "PARAM.0018",
      "/body/new_password": "PWD.0001"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S18",
      "title": "密码过期强制修改密码",
      "mark": "documented"
    }
  },
  resetPasswordByMobile: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/pwd/update-by-mobile",
    "tag": "User / Passwords",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0009",
      "PARAM.0011",
      "MOBILE.0002",
      "PWD.0001",
      "PWD.0002",
      "PWD.0003",
      "PWD.0005"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/verify_code": "PARAM.0009",
      "/body/password": "PWD.0001"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S19",
      "title": "通过手机号找回密码",
      "mark": "documented"
    }
  },
  getMobileByStateToken: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/mobile-by-token",
    "tag": "User / Second factor",
    "security": [
      {
        "stateToken": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0014"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S20",
      "title": "根据state_token获取手机号",
      "mark": "documented"
    }
  },
  verifySmsSecondFactor: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/mfa/sms",
    "tag": "User / Second factor",
    "security": [
      {
        "stateToken": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0009",
      "PARAM.0011",
      "PARAM.0014",
      "MOBILE.0002"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002",
      "/body/verify_code": "PARAM.0009"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S21",
      "title": "手机号短信验证码二次认证",
      "mark": "documented"
    }
  },
  getProfile: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v2/sdk/profile",
    "tag": "User / Personal information",
    "security": [
      {
        "sessionSignature": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0030"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S22",
      "title": "查询个人信息",
      "mark": "documented"
    }
  },
  updateProfile: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/profile/update",
    "tag": "User / Personal information",
    "security": [
      {
        "sessionSignature": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0030",
      "USER.0029",
      "USER.0037"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S23",
      "title": "修改个人信息",
      "mark": "documented"
    }
  },
  issueSsoTicket: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/sso/session-token/sso-ticket",
    "tag": "User / Single sign-on",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0033",
      "APP.0001",
      "APP.0003",
      "APP_ACCOUNT.0001"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-tenant-id"
    ],
    "source": {
      "page": "S24",
      "title": "通过session_token获取sso_ticket",
      "mark": "documented"
    }
  },
  verifySsoTicket: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/sso/sso-ticket/verify",
    "tag": "User / Single sign-on",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0031",
      "PARAM.0032"
    ],
    "missingCodes": {
      "/body/sso_ticket": "PARAM.0031"
    },
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-tenant-id"
    ],
    "source": {
      "page": "S25",
      "title": "通过sso_ticket获取用户信息",
      "mark": "documented"
    }
  },
  refreshSessionToken: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/tenant/sso/session-token/refresh",
    "tag": "User / Single sign-on",
    "security": [
      {
        "managementToken": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0401",
      "COMMON.0403",
      "COMMON.0413",
      "COMMON.0415",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0033"
    ],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [
      "application/json"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-tenant-id"
    ],
    "source": {
      "page": "S26",
      "title": "刷新session_token",
      "mark": "documented"
    }
  },
  refreshIdToken: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v2/sdk/session-token/refresh-id-token",
    "tag": "User / Single sign-on",
    "security": [
      {
        "sessionSignature": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "error-code",
    "returnCodes": [],
    "errorCodes": [
      "COMMON.0400",
      "COMMON.0429",
      "COMMON.0500",
      "COMMON.0501",
      "COMMON.0503",
      "PARAM.0002",
      "APP.0001",
      "APP.0003",
      "PARAM.0030",
      "LOGIN.0003"
    ],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [
      "X-operating-sys-version",
      "X-device-fingerprint",
      "X-device-ip",
      "X-agent",
      "X-L",
      "X-client-id",
      "X-tenant-id"
    ],
    "source": {
      "page": "S27",
      "title": "通过session_token生成id_token",
      "mark": "documented"
    }
  },
  loginWithCas: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/cas/login",
    "tag": "Integration / CAS",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "302",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "service": 2048
    },
    "headers": [],
    "source": {
      "page": "I1",
      "title": "认证登录",
      "mark": "documented"
    }
  },
  validateCas1Ticket: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/cas/validate",
    "tag": "Integration / CAS",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "cas-text",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "429",
      "default"
    ],
    "plainText": [
      "200",
      "429",
      "default"
    ],
    "parameterLimits": {
      "service": 2048,
      "ticket": 256
    },
    "headers": [],
    "source": {
      "page": "I2",
      "title": "CAS1.0接口验证票据",
      "mark": "documented"
    }
  },
  validateCas2Ticket: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/cas/serviceValidate",
    "tag": "Integration / CAS",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "cas",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "service": 2048,
      "ticket": 256,
      "format": 4
    },
    "headers": [],
    "source": {
      "page": "I3",
      "title": "CAS2.0接口验证票据",
      "mark": "documented"
    }
  },
  validateCas3Ticket: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/cas/p3/serviceValidate",
    "tag": "Integration / CAS",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "cas",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "service": 2048,
      "ticket": 256,
      "format": 4
    },
    "headers": [],
    "source": {
      "page": "I4",
      "title": "CAS3.0接口验证票据",
      "mark": "documented"
    }
  },
  logoutFromCas: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/cas/logout",
    "tag": "Integration / CAS",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "302",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "service": 2048
    },
    "headers": [],
    "source": {
      "page": "I5",
      "title": "退出登录",
      "mark": "documented"
    }
  },
  startSamlSignOn: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/saml2/idp/sso",
    "tag": "Integration / SAML",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "302",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "sp": 1024
    },
    "headers": [],
    "source": {
      "page": "I6",
      "title": "IdP-initiated单点登录",
      "mark": "documented"
    }
  },
  getSamlMetadata: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/saml2/idp/metadata",
    "tag": "Integration / SAML",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "I7",
      "title": "获取IdP元数据",
      "mark": "documented"
    }
  },
  requestOauth2Authorization: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/oauth2/authorize",
    "tag": "Integration / OAuth 2.0 and OpenID Connect",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "302",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "response_type": 14,
      "client_id": 64,
      "scope": 1024,
      "redirect_uri": 2048,
      "state": 2048,
      "code_challenge": 128,
      "code_challenge_method": 4,
      "nonce": 512
    },
    "headers": [],
    "source": {
      "page": "I8",
      "title": "认证登录获取授权码",
      "mark": "documented"
    }
  },
  resumeOauth2Authorization: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/oauth2/authorize/{uid}",
    "tag": "Integration / OAuth 2.0 and OpenID Connect",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "302",
      "400",
      "404",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "I8",
      "title": "认证登录获取授权码",
      "mark": "inferred"
    }
  },
  issueOauth2Token: {
    "api": "oneaccess",
    "method": "post",
    "path": "/api/v1/oauth2/token",
    "tag": "Integration / OAuth 2.0 and OpenID Connect",
    "security": [
      {},
      {
        "clientBasic": []
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "requestBodyRequired": true,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "413",
      "415",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "grant_type": 18,
      "code": 512,
      "client_id": 64,
      "client_secret": 256,
      "redirect_uri": 2048,
      "code_verifier": 128,
      "refresh_token": 2048
    },
    "headers": [],
    "source": {
      "page": "I9",
      "title": "获取Access Token",
      "mark": "documented"
    }
  },
  getOauth2UserInfo: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/oauth2/userinfo",
    "tag": "Integration / OAuth 2.0 and OpenID Connect",
    "security": [
      {
        "accessToken": [
          "get_user_info"
        ]
      },
      {
        "accessToken": [
          "openid"
        ]
      }
    ],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "401",
      "403",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "I11",
      "title": "获取用户信息",
      "mark": "documented"
    }
  },
  getOauth2Configuration: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/oauth2/.well-known/openid-configuration",
    "tag": "Integration / OAuth 2.0 and OpenID Connect",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "I16",
      "title": "获取OIDC metadata",
      "mark": "documented"
    }
  },
  getOauth2Keys: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/oauth2/jwks",
    "tag": "Integration / OAuth 2.0 and OpenID Connect",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "oauth",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "engine",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {},
    "headers": [],
    "source": {
      "page": "I16",
      "title": "获取OIDC metadata",
      "mark": "inferred"
    }
  },
  logoutGlobally: {
    "api": "oneaccess",
    "method": "get",
    "path": "/api/v1/logout",
    "tag": "Integration / Global logout",
    "security": [],
    "roles": [],
    "permissions": [],
    "errorFormat": "html",
    "returnCodes": [],
    "errorCodes": [],
    "missingCodes": {},
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "302",
      "400",
      "429",
      "default"
    ],
    "plainText": [],
    "parameterLimits": {
      "redirect_url": 2048
    },
    "headers": [],
    "source": {
      "page": "I17",
      "title": "全局退出",
      "mark": "documented"
    }
  },
} as const

/** The ways to prove who calls, by document and by their names in `security`. */
export const securitySchemes = {
  "account": {
    "oauth2": {
      "type": "oauth2"
    },
    "clientBasic": {
      "type": "http",
      "scheme": "basic"
    }
  },
  "oneaccess": {
    "managementToken": {
      "type": "http",
      "scheme": "bearer"
    },
    "sessionSignature": {
      "type": "apiKey",
      "in": "header",
      "name": "X-signature",
      "refusal": "PARAM.0030"
    },
    "stateToken": {
      "type": "apiKey",
      "in": "header",
      "name": "X-state-token",
      "refusal": "PARAM.0014"
    },
    "accessToken": {
      "type": "oauth2"
    },
    "clientBasic": {
      "type": "http",
      "scheme": "basic"
    },
    "callbackToken": {
      "type": "http",
      "scheme": "bearer"
    }
  }
} as const

export type Operations = typeof operations
export type OperationId = keyof Operations
