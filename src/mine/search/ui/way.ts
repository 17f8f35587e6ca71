import { useNavigate } from '@tanstack/react-router'
import { aimAt } from '../../moments/ui/aim.ts'
import type { Hit } from '../answer.ts'

/** Goes where a hit stands: the page of its first person, at the moment that was found. */
export function useGoTo(): (hit: Hit) => void {
  const navigate = useNavigate()
  return ({ record, people }) => {
    const person = people[0]
    if (person === undefined) return
    if (record.kind === 'moment') aimAt(record.id)
    void navigate({ to: '/people/$person', params: { person: person.id } })
  }
}
