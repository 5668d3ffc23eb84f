/** What the management and app interfaces of OneAccess call the fields of users that the core calls otherwise. */
const sentNames = new Map([
  ['userName', 'user_name'],
  ['displayName', 'name'],
  ['firstName', 'first_name'],
  ['middleName', 'middle_name'],
  ['lastName', 'last_name'],
  ['employeeId', 'employee_id'],
  ['dateOfBirth', 'attr_birthday'],
])

/** The place of a fault with the name of its field as the caller of OneAccess has sent it. */
export function inSentNames(place: string | undefined): string | undefined {
  return place?.replace(/^\/body\/(\w+)/, (pointer, name) => {
    const sent = sentNames.get(name)
    return sent === undefined ? pointer : `/body/${sent}`
  })
}
