import { HostFault, invalid, notFound } from './fault';
import { classes } from './members/index';
import { HostObject, type ClassName, type Targets } from './members/objects';
import type { ClassTable, Host, Member } from './members/table';
import type { HeldCells } from './model/workbook';
import {
  actionTypes,
  pathTypes,
  type WireAction,
  type WireFault,
  type WireObjectPath,
  type WireRequest,
  type WireResult,
} from './protocol';

/** What a batch came to: what its actions answered, and the fault that ended it early. */
export type Outcome = { readonly results: readonly WireResult[]; readonly fault: WireFault | null };

/** What a query asks of an object: its members, each with what is asked of the object behind it. */
type Selection = ReadonlyMap<string, Selection>;

/** Objects the client asked to keep beyond a batch, by the id it knows them under. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private count = 0;

  keep(object: HostObject): string {
    const known = this.ids.get(object);
    if (known !== undefined) return known;
    this.count += 1;
    const id = `ref-${this.count}`;
    this.objects.set(id, object);
    this.ids.set(object, id);
    return id;
  }

  idOf(object: HostObject): string | null {
    return this.ids.get(object) ?? null;
  }

  find(id: string): HostObject | null {
    return this.objects.get(id) ?? null;
  }

  /** Forgets one object, or all of them for null; answers what was forgotten. */
  drop(id: string | null): readonly HostObject[] {
    const gone =
      id === null ? [...this.objects.values()] : [this.find(id)].filter((each) => !!each);
    for (const object of gone) {
      this.objects.delete(this.ids.get(object) ?? '');
      this.ids.delete(object);
    }
    return gone;
  }

  get size(): number {
    return this.objects.size;
  }
}

/**
 * Runs a batch action by action. A fault ends it, and what ran before stays in effect, as in
 * Excel.
 */
export function execute(request: WireRequest, host: Host, references: References): Outcome {
  const run = new Run(request, host, references);
  const results: WireResult[] = [];
  try {
    for (const action of request.actions)
      results.push({ ActionId: action.Id, Value: run.act(action) });
    return { results, fault: null };
  } catch (error) {
    const { location } = run;
    if (error instanceof HostFault)
      return { results, fault: { code: error.code, message: error.message, location } };
    // A bug of this host: the client fails too, with what happened.
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { results, fault: { code: 'GeneralException', message, location } };
  } finally {
    run.release();
  }
}

const KEEP = '_KeepReference';

class Run {
  /** "Class.member" of what is being done. */
  location = '';
  private readonly objects = new Map<number, HostObject | null>();
  private readonly cells: { readonly object: HostObject; readonly held: HeldCells }[] = [];

  constructor(
    private readonly request: WireRequest,
    private readonly host: Host,
    private readonly references: References,
  ) {}

  act(action: WireAction): unknown {
    if (action.ActionType === actionTypes.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    const given = action.ArgumentInfo ? this.readArguments(action.ArgumentInfo) : [];
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return object && this.identityOf(object);
      case actionTypes.query:
        this.host.workbook.calculateIfStale();
        return object && this.query(object, readSelection(action));
      case actionTypes.method:
        // The client keeps every range a run meets, and what is not there needs no keeping.
        if (!object && action.Name === KEEP) return null;
        if (!object) throw notFound(`object to call ${action.Name} of`);
        return this.callPlain(object, action.Name, given);
      case actionTypes.setProperty:
        if (!object) throw notFound(`object to set ${action.Name} of`);
        this.setProperty(object, action.Name, given[0]);
        return null;
      default:
        throw new Error(`Unknown action type ${action.ActionType}.`);
    }
  }

  /** Cells that nobody keeps no longer move with insertions. */
  release(): void {
    for (const { object, held } of this.cells)
      if (this.references.idOf(object) === null) this.host.workbook.held.delete(held);
  }

  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.objectPaths.get(id);
    if (!path) throw new Error(`The request has no object ${id}.`);
    const object = this.find(path);
    this.objects.set(id, object);
    if (object) this.follow(object);
    return object;
  }

  /** Cells move with insertions while the batch runs. */
  private follow(object: HostObject): void {
    const held = object.target;
    if (!isRange(object) || !isHeld(held)) return;
    this.host.workbook.held.add(held);
    this.cells.push({ object, held });
  }

  private find(path: WireObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case pathTypes.globalObject:
        if (path.Name !== '') throw unknownMember(path.Name, '');
        return new HostObject('Workbook', null);
      case pathTypes.nullObject:
        return null;
      case pathTypes.reference: {
        this.location = path.Name;
        const object = this.references.find(path.Name);
        if (!object) throw new HostFault('InvalidReference', 'The object is no longer kept.');
        return object;
      }
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    // What is reached through an object that is not there is not there either.
    if (!parent) return null;
    const given = this.readArguments(path.ArgumentInfo ?? {});
    switch (path.ObjectPathType) {
      case pathTypes.method: {
        const answer = this.call(parent, path.Name, given);
        if (answer instanceof HostObject || answer === null) return answer;
        throw new Error(`${this.location} answers no object.`);
      }
      case pathTypes.property:
        return this.followLink(parent, path.Name);
      case pathTypes.indexer:
        return this.index(parent, given[0]);
      default:
        throw new Error(`Unknown object path type ${path.ObjectPathType}.`);
    }
  }

  private readArguments(info: NonNullable<WireObjectPath['ArgumentInfo']>): readonly unknown[] {
    return (info.Arguments ?? []).map((given, index) => {
      const id = info.ReferencedObjectPathIds?.[index];
      return id ? this.resolve(id) : given;
    });
  }

  private member<K extends ClassName>(object: HostObject<K>, name: string): Member<Targets[K]> {
    this.location = locationOf(object, name);
    const member = tableOf(object).members.get(name);
    if (!member) throw unknownMember(object.className, name);
    return member;
  }

  private followLink<K extends ClassName>(object: HostObject<K>, name: string): HostObject | null {
    const member = this.member(object, name);
    if (member.kind !== 'object') throw unknownMember(object.className, name);
    return member.get(object.target, this.host);
  }

  private index<K extends ClassName>(object: HostObject<K>, key: unknown): HostObject {
    this.location = locationOf(object, 'GetItem');
    const { item } = tableOf(object);
    if (!item) throw unknownMember(object.className, 'GetItem');
    const found = item(object.target, key, this.host);
    if (!found) throw notFound(`item ${JSON.stringify(key)}`);
    return found;
  }

  private call<K extends ClassName>(
    object: HostObject<K>,
    name: string,
    given: readonly unknown[],
  ): unknown {
    const member = this.member(object, name);
    if (member.kind !== 'method') throw unknownMember(object.className, name);
    return member.call(object.target, given, this.host);
  }

  private callPlain(object: HostObject, name: string, given: readonly unknown[]): unknown {
    if (name === KEEP && isRange(object)) {
      this.references.keep(object);
      return null;
    }
    if (name === '_RemoveReference' && object.className === 'Workbook') {
      const [id] = given;
      this.forget(typeof id === 'string' ? id : '');
      return null;
    }
    if (name === '_RemoveAllReferences' && object.className === 'Workbook') {
      this.forget(null);
      return null;
    }
    const answer = this.call(object, name, given);
    if (answer instanceof HostObject) throw new Error(`${this.location} answers an object.`);
    return answer ?? null;
  }

  private forget(id: string | null): void {
    for (const { target } of this.references.drop(id))
      if (isHeld(target)) this.host.workbook.held.delete(target);
  }

  private setProperty<K extends ClassName>(
    object: HostObject<K>,
    name: string,
    given: unknown,
  ): void {
    const member = this.member(object, name);
    if (member.kind !== 'scalar' || !member.set) throw unknownMember(object.className, name);
    member.set(object.target, given, this.host);
  }

  private identityOf<K extends ClassName>(
    object: HostObject<K>,
  ): Readonly<Record<string, unknown>> {
    const reference = this.references.idOf(object);
    return {
      ...tableOf(object).identity(object.target, this.host),
      ...(reference === null ? {} : { _ReferenceId: reference }),
    };
  }

  private query<K extends ClassName>(object: HostObject<K>, selection: Selection): unknown {
    const { items, members } = tableOf(object);
    const own = [...selection].filter(([name]) => !items || members.get(name)?.kind === 'scalar');
    const answer = new Map<string, unknown>(Object.entries(this.identityOf(object)));
    for (const [name, below] of own) answer.set(name, this.read(object, name, below));
    if (items && (own.length < selection.size || own.length === 0)) {
      const asked = new Map([...selection].filter((entry) => !own.includes(entry)));
      asked.delete('Items');
      answer.set(
        '_Items',
        items(object.target, this.host).map((item) => this.query(item, asked)),
      );
    }
    return Object.fromEntries(answer);
  }

  private read<K extends ClassName>(
    object: HostObject<K>,
    name: string,
    below: Selection,
  ): unknown {
    const member = this.member(object, name);
    switch (member.kind) {
      case 'scalar': {
        if (below.size > 0) throw invalid(`${name} has no members.`);
        const value = member.get(object.target, this.host);
        if (value === undefined) throw new Error(`${this.location} is undefined.`);
        return value;
      }
      case 'object': {
        const next = member.get(object.target, this.host);
        return next && this.query(next, below);
      }
      case 'method':
        throw unknownMember(object.className, name);
    }
  }
}

function tableOf<K extends ClassName>(object: HostObject<K>): ClassTable<Targets[K]> {
  return classes[object.className];
}

function unknownMember(className: string, name: string): HostFault {
  return new HostFault('ApiNotFound', `This host has no member ${className}.${name}.`);
}

function locationOf(object: HostObject, name: string): string {
  return `${object.className}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function isRange(object: HostObject): boolean {
  return object.className === 'Range' || object.className === 'RangeAreas';
}

function isHeld(target: unknown): target is HeldCells {
  return typeof target === 'object' && target !== null && 'sheet' in target && 'areas' in target;
}

/**
 * The tree of what a query names. A query that names nothing is refused: it would read every
 * member, which is never meant and costs most in Excel.
 */
function readSelection({ QueryInfo }: WireAction): Selection {
  const names = [...(QueryInfo?.Select ?? []), ...(QueryInfo?.Expand ?? [])];
  if (names.length === 0)
    throw new HostFault('NotImplemented', 'This host wants load() to name its properties.');
  if (QueryInfo?.Top !== undefined || QueryInfo?.Skip !== undefined)
    if ((QueryInfo.Top ?? null) !== null || (QueryInfo.Skip ?? null) !== null)
      throw new HostFault('NotImplemented', 'This host does not page queries.');
  type Growing = Map<string, Growing>;
  const tree: Growing = new Map();
  for (const path of names) {
    if (path === '$none') continue;
    let place = tree;
    for (const step of path.split('/')) {
      const name = step.charAt(0).toUpperCase() + step.slice(1);
      const next: Growing = place.get(name) ?? new Map<string, Growing>();
      place.set(name, next);
      place = next;
    }
  }
  return tree;
}
