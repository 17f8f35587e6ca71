import { campaign } from './campaign.ts'

campaign(4, 4)
