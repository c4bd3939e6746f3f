import type { PlanFormatName } from '../../protocol';
import { calendar } from './calendar';
import { csv } from './csv';
import { html } from './html';
import { jira } from './jira';
import { json } from './json';
import { checklist, markdown } from './markdown';
import type { PlanFormat } from './plan-format';
import { text } from './text';

/** Every format: the only registration. */
export const planFormats: Readonly<Record<PlanFormatName, PlanFormat>> = { csv, json, html, markdown, checklist, jira, text, ics: calendar };
