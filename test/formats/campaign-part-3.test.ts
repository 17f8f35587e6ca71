import { campaign } from './campaign.ts'

campaign(3, 4)
