import type { ActionPlanModel } from '../../server/src/protocol/action-plan';
import { arrange } from './arrangement';
import { addForm } from './form';
import { addButton, bar, groupView, keyed, type Keyed } from './group';
import { blockingView, header, lock } from './header';
import { button, unseen, type Look } from './look';
import type { Absence } from './messages';
import { timelineView } from './timeline';
import { share, toolbar } from './toolbar';
import { element, type Tree } from './tree';
import { fill, type Strings, type Word } from './words';

/** A plan as it could be written: shown where a document has none. */
const SAMPLE = `## Action items

### Immediate
- [x] Roll the gateway back to 4.1 (owner: @mira)

### Next month
- [ ] Alert on queue length (OPS-142, due: 2026-12-01)`;

/** The whole page for a plan. */
export function planView(plan: ActionPlanModel, look: Look): Tree[] {
  const { strings, readOnly } = look;
  const children: Tree[] = [header(plan, look)];
  if (readOnly !== null) children.push(element('p', 'readOnly', { id: 'read-only', class: 'hint' }, fill(strings.readOnly, readOnly)));
  if (plan.total > 0 || plan.blocking.length > 0) children.push(blockingView(plan.blocking, look));
  children.push(plan.total === 0 ? noPlan(plan, look) : planSection(plan, look));
  if (plan.timeline && plan.timeline.entries.length > 0) children.push(timelineView(plan.timeline, look));
  return children;
}

/** The page where there is no plan to show. */
export function absentView(why: Absence, locked: boolean | null, strings: Strings): Tree[] {
  const [title, text] = ({ nothing: ['nothingTitle', 'nothingText'], other: ['nothingTitle', 'otherText'], gone: ['goneTitle', 'goneText'] } as const satisfies Record<Absence, readonly [Word, Word]>)[why];
  const content = [element('h1', 'title', {}, strings[title]), element('p', 'text', {}, strings[text])];
  if (why === 'other') content.push(button('treat', 'primary', strings.treat));
  // A page that stays with nothing can be let go.
  return [...(locked ? [element('div', 'above', { class: 'above end' }, [lock(locked, strings)])] : []), element('section', 'empty', { class: 'empty' }, content)];
}

function planSection(plan: ActionPlanModel, look: Look): Tree {
  const { strings, choice } = look;
  const stretches = keyed(arrange(plan, choice));
  const rows = rowsOf(stretches, look);
  const current = look.current !== null && rows.has(look.current) ? look.current : ([...rows][0] ?? null);
  const shown = stretches.reduce((sum, { items }) => sum + items.length, 0);
  const isChosen = choice.words.trim() !== '' || choice.show !== 'all';
  const nothing = element('div', 'nothing', { class: 'nothing' }, [
    element('p', 'text', {}, strings.noMatch),
    button('clear', 'secondary', strings.clearFilter),
  ]);
  return element('section', 'plan', { class: 'plan', 'aria-labelledby': 'plan-title' }, [
    progress(plan, look),
    toolbar(plan, look),
    element('p', 'shown', { class: isChosen ? 'shown' : 'hidden', role: 'status' }, isChosen ? fill(strings.shown, shown, plan.total) : ''),
    ...(shown === 0 && isChosen ? [nothing] : []),
    ...stretches.map((stretch) => groupView(stretch, current, plan, look)),
    keys(look),
    share(look),
  ]);
}

/** The rows that can be gone to. */
function rowsOf(stretches: readonly Keyed[], { collapsed }: Look): Set<string> {
  return new Set(stretches.flatMap(({ key, stretch, items }) => [...(stretch.group ? [key] : []), ...(collapsed.has(key) ? [] : items.map((item) => item.key))]));
}

function progress(plan: ActionPlanModel, { strings }: Look): Tree {
  const untracked = plan.total - plan.tracked;
  // Measured by all items: a plan of which one in nine is known to be done is not a full bar.
  const done = fill(strings.progress, plan.done, plan.total);
  const rest = [
    ...(plan.tracked > 0 && untracked > 0 ? [fill(strings.untrackedMore, untracked)] : []),
    ...(plan.unowned > 0 ? [fill(strings.unownedMore, plan.unowned)] : []),
  ];
  const summary: Tree[] = [element('strong', 'done', {}, plan.tracked === 0 ? fill(strings.noneTracked, plan.total) : done), ...rest.map((words) => element('span', words, {}, words))];
  if (plan.overdue > 0) summary.push(element('span', 'overdue', { class: 'late' }, fill(strings.overdueMore, plan.overdue, plan.asOf)));
  const children = [element('h2', 'title', { id: 'plan-title' }, strings.plan), element('p', 'summary', { role: 'status' }, summary)];
  if (plan.tracked > 0) children.push(bar(plan.done, plan.total, done));
  return element('div', 'progress', { class: 'progress' }, children);
}

function keys({ strings, readOnly }: Look): Tree {
  const all: readonly (readonly [keys: string, word: Word])[] = [['↑ ↓', 'keyMove'], ['X', 'keyToggle'], ['O', 'keyOwner'], ['D', 'keyDue'], ['M', 'keyMoveTo'], ['Enter', 'keyReveal']];
  const usable = readOnly === null ? all : all.filter(([, word]) => word === 'keyMove' || word === 'keyReveal');
  return element('p', 'keys', { class: 'keys' }, [
    unseen('label', `${strings.keys}: `),
    ...usable.map(([key, word]) => element('span', key, {}, [element('kbd', 'key', {}, key), element('span', 'word', {}, ` ${strings[word]}`)])),
  ]);
}

function noPlan(plan: ActionPlanModel, look: Look): Tree {
  const { strings, readOnly, form } = look;
  const children: Tree[] = [element('h2', 'title', {}, strings.emptyTitle), element('p', 'text', {}, strings.emptyText), element('pre', 'sample', {}, SAMPLE)];
  if (readOnly === null) {
    const says = plan.emptyHint === null ? strings.addItem : fill(strings.emptyAdd, plan.emptyHint);
    if (plan.emptyHint !== null) children.push(element('p', 'hint', { class: 'dim' }, says));
    children.push(form?.kind === 'add' && form.group === null ? element('div', 'add form', {}, [addForm(plan, look)]) : addButton(null, says, look));
  }
  return element('section', 'empty', { class: 'empty' }, children);
}
