import { newId } from '../kernel/ids.ts'
import type { Bytes } from './bytes.ts'
import type { Device } from './device.ts'
import { sealBytes, unsealBytes } from './seal.ts'
import type { Body, Drawer } from './terms.ts'

/**
 * What a thing in the drawer is bound to: whose it is, under which key, by what name, and which writing
 * of it. Sealed under the shelf key of its epoch.
 */
const about = (owner: string, epoch: number, name: string, generation: string): (string | number)[] => [
  'drawer',
  owner,
  epoch,
  name,
  generation,
]

/**
 * The drawer of an opened vault. A thing of an earlier key, of another owner, under another name, or altered
 * by a bit is no thing at all, and is thrown away when it is looked for.
 */
export function drawerOf<B extends Body>(device: Device<B>, open: () => boolean): Drawer {
  const { shelf } = device
  return {
    seal: async (name, bytes) => {
      if (!open() || device.stopped) return
      const { keys, owner } = device
      const generation = newId()
      const sealed = await sealBytes(keys.shelf, about(owner, keys.epoch, name, generation), bytes)
      // The book may have been locked or given a new key while this was sealed.
      if (open() && device.keys.epoch === keys.epoch) await shelf.saveDrawer(name, { epoch: keys.epoch, generation, sealed })
    },
    open: async (name) => {
      const stored = open() && !device.stopped ? await shelf.drawer(name) : null
      if (stored === null) return null
      const { keys, owner } = device
      const { epoch, generation, sealed } = stored
      const bytes: Bytes | null = epoch === keys.epoch ? await unsealBytes(keys.shelf, about(owner, epoch, name, generation), sealed) : null
      if (bytes === null) await shelf.saveDrawer(name, null)
      return bytes
    },
  }
}
