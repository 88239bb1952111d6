// What the browser needs to judge validity again on the reader's clock: the terms, the places to change and what to put there.
import type { ComponentChildren, JSX } from 'preact';
import type { Trust } from '../../src/model/trust.ts';
import type { Validity } from '../../src/model/validity.ts';
import type { ValidityView } from '../view.ts';

/** Attributes of an element whose validity the browser judges again; every `Judged` place inside follows the judgement. */
export function judgedAttributes(validity: ValidityView): Record<`data-${string}`, string | undefined> {
  return {
    'data-validity': validity.state,
    'data-effective': validity.effective,
    'data-expires': validity.expires,
    'data-needs-expiry': validity.needsExpiry ? '' : undefined,
  };
}

/** The states that an article can come to as time passes, without any edit. */
export function laterStates(validity: ValidityView): readonly Validity[] {
  const end: readonly Validity[] = validity.expires === undefined ? [] : ['due', 'expired'];
  if (validity.state === 'scheduled')
    return validity.expires === undefined && validity.needsExpiry ? ['undated'] : ['current', ...end];
  if (validity.state === 'current') return end;
  return validity.state === 'due' ? ['expired'] : [];
}

/** Whether validity says anything of an article: a draft is not yet to be applied and an archived one no longer, whatever its dates. */
export function showsValidity(trust: Trust): boolean {
  return trust !== 'draft' && trust !== 'archived';
}

type PlaceName = 'badge' | 'notice' | 'status';

/** A place whose content depends on validity. */
export function Judged(props: {
  readonly place: PlaceName;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="judged" data-judged={props.place}>
      {props.children}
    </div>
  );
}

/** The same place in each state that may come; the browser copies the one that it needs. Nothing is kept for a state that shows nothing. */
export function LaterContent(props: {
  readonly place: PlaceName;
  readonly states: readonly Validity[];
  readonly show: (state: Validity) => JSX.Element | null;
}): JSX.Element {
  return (
    <>
      {props.states.map((state) => (
        <template key={state} data-for={props.place} data-state={state}>
          {props.show(state)}
        </template>
      ))}
    </>
  );
}
