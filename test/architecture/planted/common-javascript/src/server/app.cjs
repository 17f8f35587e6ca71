const { secret } = require('../mine/book.ts')

module.exports = secret
