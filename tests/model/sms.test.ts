// The count of text messages against Twilio's own calculator, on random texts, and the edges that the standard names.
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { countSms } from '../../src/model/sms.ts';

const reference = (text: string) => {
  const message = new SegmentedMessage(text);
  const bits = message.encodingName === 'UCS-2' ? 16 : 7;
  return {
    encoding: message.encodingName,
    units: message.messageSize / bits,
    segments: text === '' ? 0 : message.segmentsCount,
  };
};
const ours = (text: string) => {
  const { encoding, units, segments } = countSms(text);
  return { encoding, units, segments };
};

const words = fc.constantFrom(
  'Votre',
  'colis',
  'est',
  'arrivé',
  'à',
  'Noël',
  '12 €',
  '[date]',
  'é',
  'ß',
  'Ø',
  '\n',
  '{x}',
  '~',
  '^',
);
const others = fc.constantFrom('’', 'œ', 'ê', 'Français', '📦', '👩‍🚀', 'Ελλάς', '你好', '« oui »');

describe('a text message', () => {
  it('takes as many segments, in the same alphabet, as a calculator of a carrier says', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: others }), {
          maxLength: 90,
          size: 'max',
        }),
        fc.array(words, { maxLength: 110, size: 'max' }),
        fc.boolean(),
        (mixed, plain, isPlain) => {
          const text = (isPlain ? plain : mixed).join(' ');
          const counted = ours(text);
          seen.add(`${counted.encoding} ${counted.segments}`);
          expect(counted).toEqual(reference(text));
        },
      ),
      { numRuns: 1000 },
    );
    expect(seen.size).toBeGreaterThan(6);
  });

  it.each([
    ['', 'GSM-7', 0, 0],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    // The escape of a sign is not cut from it: 152 septets and one that is lost, then the rest.
    [`${'a'.repeat(152)}€${'a'.repeat(10)}`, 'GSM-7', 164, 2],
    [`${'€'.repeat(77)}${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['’'.repeat(70), 'UCS-2', 70, 1],
    ['’'.repeat(71), 'UCS-2', 71, 2],
    [`${'a'.repeat(66)}📦${'a'.repeat(66)}`, 'UCS-2', 134, 3],
    ['a\r\nb', 'GSM-7', 3, 1],
  ])('of %j is %s, %i units in %i segments', (text, encoding, units, segments) => {
    expect(countSms(text)).toMatchObject({ encoding, units, segments });
  });

  it('names what the alphabet of GSM lacks, each once', () => {
    expect(countSms('L’été, c’est bientôt : « Noël » 📦').outside).toEqual(['’', 'ô', '«', 'ë', '»', '📦']);
  });
});
