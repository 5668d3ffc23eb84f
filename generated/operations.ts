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
    "errorCodes": [],
    "missingCodes": {
      "/headers/x-client-id": "PARAM.0002"
    },
    "servedBy": "handler",
    "requestMediaTypes": [],
    "requestBodyRequired": false,
    "fileFields": [],
    "responses": [
      "200",
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
      "title": "x",
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
