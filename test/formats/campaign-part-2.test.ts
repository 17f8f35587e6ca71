import { campaign } from './campaign.ts'

campaign(2, 4)
