import type { CancellationToken } from 'vscode-languageserver/node';
import { customerSafeCopy } from '../../features/customer-safe/customer-safe';
import { DocumentParams, type CustomerSafeResult } from '../../protocol';
import { nowhere, subjectOf, type Session } from '../session';

/** `incidentDocs/customerSafe`. Waits until every document of the workspace has been read, since they know more names. */
export async function answerCustomerSafe(session: Session, params: unknown, token?: CancellationToken): Promise<CustomerSafeResult> {
  const { uri } = DocumentParams.parse(params);
  const index = await session.workspace.ready(token);
  const subject = await subjectOf(session, uri);
  if (!subject) return nowhere();
  return customerSafeCopy(subject.model, subject.read, { owners: index.owners.keys(), customers: index.customers.keys(), isBorne: (id) => index.isBorne(id) });
}
