/** What a language has to say for the messages of the English one: the same names, other words. */
export type Translation<M> = { readonly [Name in keyof M]: string }
