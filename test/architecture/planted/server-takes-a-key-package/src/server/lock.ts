export { compactDecrypt as open } from 'jose'
