/** The documents of the contract, in the order in which their operations are listed. */
export const apis = ['account', 'oneaccess'] as const
