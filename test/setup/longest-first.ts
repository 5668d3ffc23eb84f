import { basename } from 'node:path'
import { BaseSequencer, type TestSequencerConstructor, type TestSpecification } from 'vitest/node'

/**
 * Has these files begun before all others, in this order: one of them that is begun last would keep everybody waiting at the end.
 * @param names of files, without `.test.ts`
 */
export function longestFirst(names: readonly string[]): TestSequencerConstructor {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const place = ({ moduleId }: TestSpecification) => {
        const at = names.indexOf(basename(moduleId, '.test.ts'))
        return at < 0 ? names.length : at
      }
      return (await super.sort(files)).sort((one, other) => place(one) - place(other))
    }
  }
}
