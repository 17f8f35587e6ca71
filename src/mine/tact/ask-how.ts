/** After how many days "remember to ask how they are" forgets itself. */
export const ASK_HOW_DAYS = 14
