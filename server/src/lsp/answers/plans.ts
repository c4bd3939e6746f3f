import type { CancellationToken } from 'vscode-languageserver/node';
import { listedPlan } from '../../features/action-plan/listed-plan';
import { t } from '../../l10n';
import { PlansParams, type ListedPlan, type PlansResult } from '../../protocol';
import type { Digest } from '../../workspace/digest';
import { latestFirst } from '../../workspace/symbol-search';
import { turn } from '../answer';
import { fileUri } from '../file-uri';
import { present, type Session } from '../session';

/** Nobody looks through a longer list. */
const mostListed = 5_000;

/** How long one step may keep the server from what else is to do, in milliseconds. */
const SLICE_MS = 4;
/** Nobody reads faster, in milliseconds. */
const PAUSE_MS = 100;

export const noPlans = (): PlansResult => ({ plans: [], leftOut: { documents: 0, items: 0 } });

/** `incidentDocs/plans`. Of the workspace it waits until every document has been read, and reads those that have items once more: what is remembered of them is too little. */
export async function answerPlans(session: Session, params: unknown, token?: CancellationToken): Promise<PlansResult> {
  const { uris, openOnly, workDoneToken } = PlansParams.parse(params);
  const progress = session.connection.window.attachWorkDoneProgress(workDoneToken);
  const report = (done: number, total: number): void => progress.report(Math.floor((100 * done) / total), t('{0} of {1}', done, total));
  progress.begin(t('Collecting action items'), 0);
  try {
    const asked = uris?.map((uri) => ({ uri, items: null })) ?? (await known(session, openOnly, token, report));
    const result = noPlans();
    let room = mostListed;
    let [turned, told] = [performance.now(), performance.now()];
    for (const [at, { uri, items }] of asked.entries()) {
      if (room === 0 && items !== null) {
        result.leftOut.documents++;
        result.leftOut.items += items;
        continue;
      }
      const plan = await planOf(session, uri, openOnly);
      const now = performance.now();
      if (now - told > PAUSE_MS) report(at + 1, (told = now, asked.length));
      if (now - turned > SLICE_MS) {
        await turn();
        if (token?.isCancellationRequested) return noPlans();
        turned = performance.now();
      }
      if (!plan || plan.items.length === 0) continue;
      result.leftOut.items += Math.max(0, plan.items.length - room);
      if (room === 0) result.leftOut.documents++;
      else result.plans.push({ ...plan, items: plan.items.slice(0, room) });
      room -= Math.min(room, plan.items.length);
    }
    return result;
  } finally {
    progress.done();
  }
}

/** Every document that has something to list, with how much that is. */
async function known({ workspace }: Session, openOnly: boolean, token: CancellationToken | undefined, report: (done: number, total: number) => void): Promise<{ uri: string; items: number }[]> {
  const { digests } = await workspace.ready(token, report);
  const listed = ({ items }: Digest): number => (openOnly ? items.filter(({ state }) => state !== 'done').length : items.length);
  return latestFirst(digests).map((digest) => ({ uri: digest.uri, items: listed(digest) })).filter(({ items }) => items > 0);
}

async function planOf({ workspace, configuration, documents, host }: Session, uri: string, openOnly: boolean): Promise<ListedPlan | null> {
  const document = await workspace.read(uri);
  if (!document) return null;
  const { settings } = await (documents.has(uri) ? configuration.effectiveOf(uri) : configuration.effectiveOfClosed(fileUri(uri)));
  return listedPlan(document, { uri, ...present({ host }, { settings }), ticketPatterns: settings.links.tickets, openOnly });
}
