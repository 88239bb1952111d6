// The body of the sample article: one of everything that Markdown can give, as `src/content` renders it.
import { renderFlowFigure } from '../../site/components/flow-figure.tsx';
import { bodyWordsFor } from '../../site/locales/body-words.ts';

const figure = renderFlowFigure({
  number: 1,
  width: 900,
  title: 'Logigramme',
  svg: '<svg role="img" width="900" height="260" viewBox="0 0 900 260" aria-label="Schéma"><rect x="20" y="90" width="200" height="60" rx="6" fill="none" stroke="currentColor"></rect><text x="40" y="125" fill="currentColor">Commande expédiée ?</text><rect x="420" y="90" width="240" height="60" rx="6" fill="none" stroke="currentColor"></rect><text x="440" y="125" fill="currentColor">Attendre le retour</text></svg>',
  problem: undefined,
  outline: [
    {
      number: 1,
      id: 'q',
      text: 'Commande expédiée\u202f?',
      kind: 'question',
      phase: 'Vérifier',
      answers: [
        {
          answer: 'Oui',
          items: [{ number: 2, id: 'a', text: 'Attendre le retour', kind: 'step', see: 1, answers: [] }],
        },
        { answer: 'Non', items: [{ number: 3, id: 'r', text: 'Rembourser', kind: 'outcome', answers: [] }] },
      ],
    },
  ],
  code: '',
  guide: {
    number: 1,
    flow: {
      nodes: [
        { id: 'q', text: 'Commande expédiée\u202f?', kind: 'question', phase: 'Vérifier' },
        { id: 'a', text: 'Attendre le retour', kind: 'step' },
        { id: 'r', text: 'Rembourser', kind: 'outcome' },
      ],
      edges: [
        { from: 'q', to: 'a', answer: 'Oui' },
        { from: 'a', to: 'q', answer: '' },
        { from: 'q', to: 'r', answer: 'Non' },
      ],
      starts: [],
    },
    details: [['a', 'les-délais']],
    links: [
      ['r', { href: '../fr/double-debit.html', title: 'Le client a été débité deux fois', guided: true }],
    ],
    tell: 'dire',
  },
  words: bodyWordsFor('fr').flow,
  tools: bodyWordsFor('fr').picture,
});

export const bodyHtml = `<p>Cette procédure s’applique dès qu’un client annule une commande <strong>avant l’expédition</strong>, ou exerce son droit de rétractation dans les 14&nbsp;jours.</p>
<h2 id="avant-de-commencer">Avant de commencer<a class="anchor" href="#avant-de-commencer" aria-label="Lien vers cette section"></a></h2>
<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled="" aria-label="Le numéro de commande"> Le numéro de commande commence par <code>MR-</code>.</li>
<li class="task-list-item"><input type="checkbox" disabled="" checked="" aria-label="L’identité du client"> L’identité du client est vérifiée.</li></ul>
<div class="alert alert-warning" role="note"><p class="alert-title">Attention</p><p>Ne remboursez jamais sur un autre moyen de paiement que celui de la commande.</p></div>
<h2 id="décider">Décider<a class="anchor" href="#décider" aria-label="Lien vers cette section"></a></h2>
<p>Le schéma dit s’il faut rembourser tout de suite, attendre le retour ou transmettre.</p>
${figure}
<h2 id="les-délais">Les délais<a class="anchor" href="#les-délais" aria-label="Lien vers cette section"></a></h2>
<section class="table-wrap" tabindex="0" aria-label="Tableau&nbsp;1"><table><thead><tr><th>Moyen de paiement</th><th>Délai</th><th align="right">Plafond</th></tr></thead><tbody><tr><td>Carte bancaire</td><td>3 à 5&nbsp;jours ouvrés</td><td align="right">2&#x202f;000&nbsp;€</td></tr><tr><td>Virement</td><td>7&nbsp;jours</td><td align="right">500&nbsp;€</td></tr><tr><td>Carte cadeau</td><td>Immédiat</td><td align="right">150&nbsp;€</td></tr></tbody></table></section>
<h3 id="dire">Ce qu’il faut dire<a class="anchor" href="#dire" aria-label="Lien vers cette section"></a></h3>
<blockquote><p>Votre remboursement de [montant] part aujourd’hui. Vous le verrez sur votre compte sous cinq jours ouvrés.</p></blockquote>
<pre><code>Objet : votre commande MR-[numéro]
Bonjour [prénom], votre remboursement est en route.</code></pre>
<ol><li>Ouvrez la commande.</li><li>Choisissez <em>Rembourser</em>.<ol><li>Cochez les articles.</li><li>Vérifiez le total.</li></ol></li><li>Confirmez<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>.</li></ol>
<div class="alert alert-tip" role="note"><p class="alert-title">Conseil</p><p>Proposez un bon d’achat si le client hésite&nbsp;: voir <a href="garantie-legale.html">la garantie légale</a>.</p></div>
<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Notes</h2><ol><li id="fn-1"><p>Un second agent confirme au-delà de 500&nbsp;€. <a href="#fnref-1" data-footnote-backref aria-label="Retour">↩</a></p></li></ol></section>`;
