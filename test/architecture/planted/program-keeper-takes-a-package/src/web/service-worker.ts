import { openDB } from 'idb'

addEventListener('fetch', () => openDB('kith'))
