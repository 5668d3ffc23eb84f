import { derived } from './decorators/derived.js'
import { boundedInputs } from './rules/bounded-inputs.js'
import { chineseTexts } from './rules/chinese-texts.js'
import { closedResponses } from './rules/closed-responses.js'
import { errorCodes } from './rules/error-codes.js'
import { namedExamples } from './rules/named-examples.js'
import { operationKeys } from './rules/operation-keys.js'
import { policies } from './rules/policies.js'
import { returnCodes } from './rules/return-codes.js'
import { sourceMarks } from './rules/source-marks.js'
import { uniqueOperationIds } from './rules/unique-operation-ids.js'

/**
 * What is added to the operations before anything else happens to them (`preprocessors`: the rules judge the result,
 * and the bundle has it), and our own lint rules; each one holds a convention that the pipeline or the readers of the
 * docs rely on.
 */
export default function contractPlugin() {
  return {
    id: 'contract',
    preprocessors: { oas3: { derived } },
    rules: {
      oas3: {
        'operation-keys': operationKeys,
        'closed-responses': closedResponses,
        'named-examples': namedExamples,
        'chinese-texts': chineseTexts,
        'bounded-inputs': boundedInputs,
        'return-codes': returnCodes,
        'error-codes': errorCodes,
        policies,
        'source-marks': sourceMarks,
        'unique-operation-ids': uniqueOperationIds,
      },
    },
  }
}
