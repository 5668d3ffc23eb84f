import { memberKey } from '../providers/wecom.ts'
import type { DirectoryChange } from './changes.ts'

/** The department that is the enterprise itself. */
export const rootDepartment = '1'

/** A department as the provider has it. */
export interface Department {
  readonly id: string
  readonly parentId: string
  readonly name: string
  /** Absent when it is not known: the department stays where it is among the others. */
  readonly order: number | undefined
}

/** A member as the provider has it. */
export interface Member {
  readonly id: string
  readonly departments: readonly string[]
  readonly mainDepartment: string | undefined
}

/** Departments by id, and members by what their ids are compared by. */
export class Directory {
  readonly departments = new Map<string, Department>()
  readonly members = new Map<string, Member>()
  /** Members who have left, by the key that they had at first. */
  readonly gone = new Set<string>()
  /** Members with another id than at first: the key they have now, and the first one. */
  readonly renamed = new Map<string, string>()

  addDepartment(department: Department): void {
    if (department.id !== rootDepartment) this.departments.set(department.id, department)
  }

  addMember(member: Member): void {
    this.members.set(memberKey(member.id), member)
  }

  /** Follows a change. @returns false when it cannot be: a department would be below itself */
  apply(change: DirectoryChange): boolean {
    switch (change.kind) {
      case 'department': {
        const { id, parentId, name, order } = change
        const before = this.departments.get(id)
        this.addDepartment({
          id,
          parentId: parentId ?? before?.parentId ?? rootDepartment,
          name: name ?? before?.name ?? '',
          order: order ?? before?.order,
        })
        if (!this.isBelowItself(id)) return true
        if (before) this.departments.set(id, before)
        else this.departments.delete(id)
        return false
      }
      case 'department-gone':
        this.departments.delete(change.id)
        return true
      case 'member':
        this.#changeMember(change)
        return true
      case 'member-gone':
        this.#removeMember(memberKey(change.id))
        return true
    }
  }

  /** Takes for done what the changes so far mean for people's logins. */
  settleLogins(): void {
    this.gone.clear()
    this.renamed.clear()
  }

  /** Whether the parents of a department lead back to it. */
  isBelowItself(id: string): boolean {
    const seen = new Set<string>()
    for (let at = this.departments.get(id); at; at = this.departments.get(at.parentId)) {
      if (seen.has(at.id)) return true
      seen.add(at.id)
    }
    return false
  }

  /** Whether any department is below itself. Each is looked at once. */
  hasCircle(): boolean {
    const sound = new Set<string>()
    for (const id of this.departments.keys()) {
      const way = new Set<string>()
      for (let at = this.departments.get(id); at && !sound.has(at.id); at = this.departments.get(at.parentId)) {
        if (way.has(at.id)) return true
        way.add(at.id)
      }
      for (const passed of way) sound.add(passed)
    }
    return false
  }

  #changeMember({ id, newId, departments, mainDepartment }: Extract<DirectoryChange, { kind: 'member' }>): void {
    const key = memberKey(id)
    const before = this.members.get(key)
    const now = newId ?? before?.id ?? id
    if (memberKey(now) !== key) {
      this.members.delete(key)
      this.renamed.set(memberKey(now), this.#takeFirstKey(key))
    }
    this.addMember({
      id: now,
      departments: departments ?? before?.departments ?? [rootDepartment],
      mainDepartment: mainDepartment ?? before?.mainDepartment,
    })
  }

  /** Whoever joins under this key afterwards is somebody else. */
  #removeMember(key: string): void {
    this.members.delete(key)
    this.gone.add(this.#takeFirstKey(key))
  }

  #takeFirstKey(key: string): string {
    const first = this.renamed.get(key) ?? key
    this.renamed.delete(key)
    return first
  }
}
