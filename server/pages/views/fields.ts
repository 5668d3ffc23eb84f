import { type Html, html } from '../html.ts'
import type { Locale } from '../language.ts'
import { messages } from '../text/index.ts'
import { type FormProblem, fieldOf } from './form-problem.ts'
import { alertBox } from './parts.ts'

/** What the fields of a form have in common. */
export interface FormState {
  readonly locale: Locale
  readonly problem?: FormProblem | undefined
}

interface Field {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'password' | 'tel' | 'email' | 'file'
  /** What was typed before, or what is stored. */
  readonly value?: string | null | undefined
  readonly autocomplete?: string | undefined
  readonly hint?: string | Html | undefined
  readonly required?: boolean
  readonly maxLength?: number
  readonly inputMode?: 'numeric'
  /** Media types of a file. */
  readonly accept?: string
  /** Whether the reader lands here when nothing is wrong. */
  readonly first?: boolean
}

/** A field with its label, its hint, and what is wrong with it right below. The reader lands in the field that is wrong. */
export function field(state: FormState, given: Field): Html {
  const { name, label, type = 'text', value, hint, required = true } = given
  const problem = state.problem && fieldOf(state.problem) === name ? state.problem : undefined
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ')
  const text = messages(state.locale)
  const password = type === 'password'
  return html`<div class="field">
<label for="${name}">${label}</label>
<div class="field__row"><input id="${name}" name="${name}" type="${type}"${!password && type !== 'file' && html` value="${value}"`}${given.autocomplete && html` autocomplete="${given.autocomplete}"`}${given.maxLength && html` maxlength="${given.maxLength}"`}${given.inputMode && html` inputmode="${given.inputMode}"`}${given.accept && html` accept="${given.accept}"`}${type !== 'text' && type !== 'file' && html` autocapitalize="none" spellcheck="false"`}${password && html` data-password-toggle data-show-label="${text.signIn.showPassword}" data-hide-label="${text.signIn.hidePassword}"`}${required && html` required`}${described !== '' && html` aria-describedby="${described}"`}${problem && html` aria-invalid="true"`}${(problem ?? (given.first && !state.problem)) && html` autofocus`}></div>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${problem && html`<p class="field__error" id="${name}-error" role="alert">${wordingOf(state.locale, problem)}</p>`}
</div>`
}

/**
 * What is wrong with the form as a whole, above it.
 * @param elsewhere names of fields that an earlier page had
 */
export function formAlert({ locale, problem }: FormState, elsewhere: readonly string[] = []): Html | undefined {
  const name = problem && fieldOf(problem)
  const shown = problem && (name === undefined || elsewhere.includes(name))
  return shown ? alertBox('form-error', wordingOf(locale, problem)) : undefined
}

function wordingOf(locale: Locale, { kind, values }: FormProblem): string {
  const wording: (...values: (string | number)[]) => string = messages(locale).accountCentre.errors[kind]
  return wording(...values)
}
