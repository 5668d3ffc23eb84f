function require(keys, node, { report, location }) {
  for (const key of keys) {
    const text = node['x-zh']?.[key]
    if (typeof text !== 'string' || text.trim() === '')
      report({ message: `\`x-zh.${key}\` is missing.`, location: location.key() })
  }
}

/** Documents, tags and operations carry their Chinese texts beside the English ones. */
export function chineseTexts() {
  return {
    Info: (info, context) => require(['title', 'description'], info, context),
    Tag: (tag, context) => require(['name', 'description'], tag, context),
    Operation: (operation, context) => {
      require(['summary', 'description'], operation, context)
      for (const key of ['summary', 'description']) {
        if (!operation[key]) context.report({ message: `\`${key}\` is missing.`, location: context.location.key() })
      }
    },
  }
}
