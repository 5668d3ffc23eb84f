import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { field, formAlert } from '../fields.ts'
import { fieldOf } from '../form-problem.ts'
import { safeUrl } from '../url.ts'
import { type AccountPageModel, accountPage, formEnd } from './frame.ts'

/** What the profile form holds: as stored, or as it was typed. */
export interface ProfileValues {
  readonly displayName?: string | null | undefined
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly preferredLanguage?: string | null | undefined
  readonly dateOfBirth?: string | null | undefined
}

/** The forms of the profile: POST /usercenter/profile, and one for the picture. */
export function profilePage(
  model: AccountPageModel & { readonly values: ProfileValues; readonly picture?: string | null | undefined },
): Html {
  const text = messages(model.locale).accountCentre.profile
  const { values } = model
  const maxLength = 100
  return accountPage(model, {
    current: 'profile',
    title: text.title,
    lead: text.lead,
    content: html`${formAlert(model)}
<form class="form" method="post" action="/usercenter/profile">
${field(model, { name: 'displayName', label: text.displayName, value: values.displayName, autocomplete: 'nickname', required: false, maxLength })}
<div class="form__pair">
${field(model, { name: 'lastName', label: text.lastName, value: values.lastName, autocomplete: 'family-name', required: false, maxLength })}
${field(model, { name: 'firstName', label: text.firstName, value: values.firstName, autocomplete: 'given-name', required: false, maxLength })}
</div>
${languageChoice(model, values.preferredLanguage)}
${field(model, { name: 'dateOfBirth', label: text.dateOfBirth, value: values.dateOfBirth, autocomplete: 'bday', hint: text.dateHint, required: false, maxLength: 10 })}
${formEnd(model, { submit: text.save })}
</form>
${pictureForm(model)}`,
  })
}

/** The form for another picture: POST /usercenter/profile/picture. */
function pictureForm(model: AccountPageModel & { readonly picture?: string | null | undefined }): Html {
  const text = messages(model.locale).accountCentre.profile
  return html`<h2>${text.picture}</h2>
<form class="form" method="post" action="/usercenter/profile/picture" enctype="multipart/form-data">
${model.picture && html`<img class="picture" src="${safeUrl(model.picture)}" alt="${text.pictureAlt}" width="96" height="96">`}
${field(model, { name: 'file', label: text.pictureFile, type: 'file', accept: 'image/png,image/jpeg,image/webp', hint: text.pictureHint })}
${formEnd(model, { submit: text.pictureSave })}
</form>`
}

/** Our languages, and whatever other one the person has. */
function languageChoice(model: AccountPageModel, chosen: string | null | undefined): Html {
  const text = messages(model.locale).accountCentre
  const { languages } = text.profile
  const choices = new Map<string, string>(Object.entries(languages))
  if (chosen && !choices.has(chosen)) choices.set(chosen, chosen)
  const wrong = model.problem !== undefined && fieldOf(model.problem) === 'preferredLanguage'
  return html`<div class="field">
<label for="preferredLanguage">${text.profile.language}</label>
<select id="preferredLanguage" name="preferredLanguage"${wrong && html` aria-invalid="true" aria-describedby="preferredLanguage-error"`}>${[
    ...choices,
  ].map(([tag, name]) => html`<option value="${tag}"${tag === chosen && html` selected`}>${name}</option>`)}</select>
${wrong && html`<p class="field__error" id="preferredLanguage-error" role="alert">${text.errors.language_invalid()}</p>`}
</div>`
}
