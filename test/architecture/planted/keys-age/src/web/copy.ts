import { Encrypter } from 'age-encryption'

export const encrypter = () => new Encrypter()
