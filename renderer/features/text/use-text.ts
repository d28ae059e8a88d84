// The calls of the page 文稿.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { CheckedText } from '#shared/text/check-template.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

export type FieldChoices = MethodOutput<'text.fields'>;

export function useText() {
  const { call } = useSession();
  return useQuery({
    queryKey: KEYS.text,
    queryFn: () => call('text.get', {}),
    placeholderData: (before) => before,
  });
}

export function useFieldChoices(): FieldChoices | undefined {
  const { call } = useSession();
  return useQuery({ queryKey: [...KEYS.text, 'fields'], queryFn: () => call('text.fields', {}) }).data;
}

/** So long the typing rests before a wording is checked. */
const REST_MS = 250;

/** A wording filled in and checked, a moment after it last changed; `isFresh` says that the answer is to this wording. */
export function useChecked(text: string, paragraph?: string): { checked: CheckedText | null; isFresh: boolean } {
  const { call } = useSession();
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isPlaceholderData } = useQuery({
    queryKey: [...KEYS.text, 'check', asked, paragraph],
    queryFn: () => call('text.check', { text: asked, ...(paragraph === undefined ? {} : { paragraph }) }),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  return { checked: data ?? null, isFresh: data !== undefined && !isPlaceholderData && asked === text };
}
